import { ROLE_KEYS } from "@/lib/citation/label-keys";

/** What a key press is made of, as the browser tells it. */
export interface KeyPress {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  isComposing: boolean;
}

/** The keys of the row of digits, from left to right: where they are, not what is printed on them. */
const ROW = [...Array.from({ length: 9 }, (_, i) => `Digit${i + 1}`), "Digit0", "Minus", "Equal"];
const ROW_KEYS = Object.values(ROLE_KEYS);

/**
 * The shortcut that a key press means, in the words of aria-keyshortcuts ("7", "Shift+7", "s", "?", "Enter"); null
 * when it means none. Digits go by their place in the row, because with shift, and on French keyboards without it,
 * another sign arrives; letters by what is printed on the key, and on keyboards without Latin letters by their place.
 */
export function shortcutKey(press: KeyPress): string | null {
  const { key, code, shiftKey } = press;
  if (press.ctrlKey || press.altKey || press.metaKey || press.repeat || press.isComposing) return null;
  if (key === "?") return "?";
  const place = ROW.indexOf(code);
  if (place !== -1) return `${shiftKey ? "Shift+" : ""}${ROW_KEYS[place]}`;
  if (ROW_KEYS.includes(key)) return key;
  if (shiftKey) return null;
  if (key === "Enter") return "Enter";
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const latin = /^Key([A-Z])$/.exec(code)?.[1];
  return latin && /^\p{L}$/u.test(key) ? latin.toLowerCase() : null;
}
