"use client";

import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from "react";
import { useFormStatus } from "react-dom";
import type { FormAction } from "@/lib/action";
import { type FormState, FRESH } from "@/lib/form";
import { BUTTON_STYLE } from "./button-style";

const Sent = createContext<FormState>(FRESH);

/** What became of the form when it was last sent; for its fields. */
export const useSent = () => useContext(Sent);

/**
 * A form for a server action: says what went wrong or was done, keeps what was typed, and works without script. It
 * runs in the browser for the sake of the message alone, which takes the focus.
 */
export function ActionForm({
  action,
  className,
  children,
}: {
  action: FormAction;
  className?: string;
  children: ReactNode;
}) {
  const [state, send] = useActionState(action, FRESH);
  const message = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state !== FRESH) message.current?.focus();
  }, [state]);
  const text = state.error ?? state.done;
  return (
    <form
      action={send}
      // React empties a form once its action has answered.
      onReset={state.untaken ? (event) => event.preventDefault() : undefined}
      className={className}
    >
      {text === null ? null : (
        <p
          ref={message}
          tabIndex={-1}
          role={state.error === null ? "status" : "alert"}
          className={`mb-4 border-s-[3px] ps-3 text-ui outline-none ${
            state.error === null ? "border-supporting text-soft" : "border-contrasting text-ink"
          }`}
        >
          {text}
        </p>
      )}
      <Sent value={state}>{children}</Sent>
    </form>
  );
}

/** The button that sends the form it stands in; it waits while the form is under way. */
export function SubmitButton({
  children,
  quiet = false,
  ...button
}: {
  children: ReactNode;
  /** Drawn as a frame, for what is not the main thing on the page. */
  quiet?: boolean;
  name?: string;
  value?: string;
  "aria-keyshortcuts"?: string;
}) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      className={quiet ? QUIET : BUTTON_STYLE}
      {...button}
    >
      {pending ? "One moment …" : children}
    </button>
  );
}

const QUIET =
  "cursor-pointer rounded-md border border-edge px-3 py-1 min-h-8 text-small text-soft hover:text-ink aria-disabled:opacity-60";
