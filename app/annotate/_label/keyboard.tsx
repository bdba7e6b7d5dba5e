"use client";

import { useEffect, useState } from "react";
import { shortcutKey } from "./shortcut-key";

/** Long enough for a screen reader to have seen the empty region first. */
const ANNOUNCE_AFTER_MS = 150;
const TYPING = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])";
const OWN_ENTER = "a, button, input, select, textarea, summary, [contenteditable]";

/**
 * Single keys press what names them in `aria-keyshortcuts`. After a save the heading takes the focus, and what was done
 * is read out. It draws nothing: without script the page is the same form.
 */
export function Keyboard({
  keys,
  said,
  headingId,
}: {
  /** Whether single keys do anything; the person can switch them off. */
  keys: boolean;
  /** What was done just before, to be read out; null when the page was simply opened. */
  said: string | null;
  headingId: string;
}) {
  const [spoken, speak] = useState("");
  useEffect(() => {
    if (said === null) return;
    document.getElementById(headingId)?.focus({ preventScroll: true });
    const timer = setTimeout(() => speak(said), ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [said, headingId]);
  useEffect(() => {
    if (!keys) return;
    const listen = (event: KeyboardEvent) => {
      const pressed = press(event);
      if (pressed !== null) speak(pressed);
    };
    document.addEventListener("keydown", listen);
    // The caps on the page stand out from now on: before, a key does nothing.
    document.body.dataset.keys = "on";
    return () => {
      document.removeEventListener("keydown", listen);
      delete document.body.dataset.keys;
    };
  }, [keys]);
  return (
    <p role="status" className="sr-only">
      {spoken}
    </p>
  );
}

/** Presses what the key stands for; gives what is to be read out, or null. */
function press(event: KeyboardEvent): string | null {
  const shortcut = shortcutKey(event);
  const at = event.target instanceof Element ? event.target : document.body;
  if (shortcut === null || at.closest(TYPING) !== null) return null;
  if (shortcut === "Enter" && at.closest(OWN_ENTER) !== null) return null;
  if (shortcut !== "?" && document.querySelector("[popover]:popover-open") !== null) return null;
  const element = named(shortcut);
  if (element === null) return null;
  event.preventDefault();
  element.click();
  return element instanceof HTMLInputElement ? stateOf(element) : null;
}

/** What a shortcut presses; before there is a main role, a further one becomes it. */
function named(shortcut: string): HTMLElement | null {
  const hasMain = document.querySelector("[name=role]:checked") !== null;
  const wanted = hasMain ? shortcut : shortcut.replace("Shift+", "");
  const element = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(wanted)}"]`);
  return element === null || element.getClientRects().length === 0 ? null : element;
}

function stateOf(input: HTMLInputElement): string {
  const name = input.ariaLabel ?? input.value.replaceAll("_", " ");
  return `${name}${input.checked ? "" : ", taken off"}`;
}
