"use client";

import { useEffect, useRef } from "react";
import { ActionArea } from "@/app/_ui/action-field";

/**
 * The abstract to mark words in, and the field that takes them. Marking needs the browser; without script one copies
 * the words and pastes them.
 */
export function QuoteFields({ abstract, quote }: { abstract: string; quote?: string }) {
  const source = useRef<HTMLTextAreaElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const take = () => {
      const from = source.current;
      if (from === null || field.current === null || document.activeElement !== from) return;
      const words = from.value.slice(from.selectionStart, from.selectionEnd).trim();
      if (words !== "") field.current.value = words;
    };
    document.addEventListener("selectionchange", take);
    return () => document.removeEventListener("selectionchange", take);
  }, []);
  return (
    <>
      <div>
        <label htmlFor="abstract-text" className="mb-1 block text-small text-soft">
          Abstract, to mark words in
        </label>
        <textarea
          id="abstract-text"
          ref={source}
          // Not "readOnly": some browsers then have no caret, and nothing could be marked by keyboard.
          aria-readonly="true"
          rows={7}
          value={abstract}
          onChange={() => undefined}
          aria-describedby="abstract-hint"
          dir="auto"
          className="w-full rounded-md border border-line bg-card px-3 py-2 font-serif text-list"
        />
        <p id="abstract-hint" className="mt-1 text-small text-soft">
          What you mark here, with the mouse or with Shift and the arrow keys, goes into the next field.
        </p>
      </div>
      <ActionArea
        name="quote"
        ref={field}
        label="The words of the abstract that make the claim"
        hint="They must stand in one paragraph of the abstract. May stay empty."
        defaultValue={quote}
        rows={3}
      />
    </>
  );
}
