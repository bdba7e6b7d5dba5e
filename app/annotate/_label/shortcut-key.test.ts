import { describe, expect, test } from "vitest";
import { type KeyPress, shortcutKey } from "./shortcut-key";

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  ...held,
});

describe("the keyboard of the annotation page", () => {
  test.each([
    ["7", press("7", "Digit7"), "7"],
    ["0", press("0", "Digit0"), "0"],
    ["-", press("-", "Minus"), "-"],
    ["=", press("=", "Equal"), "="],
    ["shift 5 on an American keyboard", press("%", "Digit5", { shiftKey: true }), "Shift+5"],
    ["shift - on an American keyboard", press("_", "Minus", { shiftKey: true }), "Shift+-"],
    ["the fifth key of the row on a French keyboard", press("(", "Digit5"), "5"],
    ["the key right of 0 on a German keyboard", press("ß", "Minus"), "-"],
    ["the hyphen of a German keyboard", press("-", "Slash"), "-"],
    ["7 on the keypad", press("7", "Numpad7"), "7"],
    ["s", press("s", "KeyS"), "s"],
    ["s with caps lock", press("S", "KeyS"), "s"],
    ["a that lies where q does on an American keyboard", press("a", "KeyQ"), "a"],
    ["the key of s on a Russian keyboard", press("ы", "KeyS"), "s"],
    ["the question mark of an American keyboard", press("?", "Slash", { shiftKey: true }), "?"],
    ["the question mark of a German keyboard", press("?", "Minus", { shiftKey: true }), "?"],
    ["enter", press("Enter", "Enter"), "Enter"],
  ])("%s is understood", (_name, pressed, shortcut) => expect(shortcutKey(pressed)).toBe(shortcut));

  test.each([
    ["a held key that repeats", press("s", "KeyS", { repeat: true })],
    ["a key with ctrl", press("s", "KeyS", { ctrlKey: true })],
    ["a digit with alt", press("1", "Digit1", { altKey: true })],
    ["a key with meta", press("z", "KeyZ", { metaKey: true })],
    ["a letter with shift", press("S", "KeyS", { shiftKey: true })],
    ["a key of an unfinished character", press("s", "KeyS", { isComposing: true })],
    ["a key without a meaning", press("F5", "F5")],
    ["an arrow", press("ArrowDown", "ArrowDown")],
  ])("%s means nothing", (_name, pressed) => expect(shortcutKey(pressed)).toBeNull());
});
