"use client";

import { usePathname } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Me } from "@/app/api/me/route";
import { ActionForm, SubmitButton } from "./_ui/action-form";
import { signOut } from "./sign-out/actions";

const HINT = /(?:^|; )spokes_signed_in=1/;
// As wide as "Sign in", so that nothing moves when the answer comes.
const BOX =
  "relative box-border flex h-9 w-[4.75rem] list-none items-center justify-center rounded-md border border-edge text-ui text-ink no-underline hover:border-ink [&::-webkit-details-marker]:hidden";
const ITEM = "block rounded px-3 py-2 text-ui text-ink no-underline hover:bg-accent/11";

/**
 * "Sign in", or one's own menu. Public pages are the same for everybody, so who is signed in is asked after they are
 * shown, and only when a cookie hints that somebody is.
 */
export function AccountMenu() {
  const path = usePathname();
  const [me, setMe] = useState<Me | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: signing in and out lead to another page.
  useEffect(() => {
    if (!HINT.test(document.cookie)) return setMe(null);
    const ask = new AbortController();
    fetch("/api/me", { signal: ask.signal })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then(setMe)
      // Without an answer "Sign in" stays, which leads to a page that says who is signed in.
      .catch(() => undefined);
    return () => ask.abort();
  }, [path]);
  if (me === null)
    return (
      <a href="/sign-in" className={BOX}>
        Sign in
      </a>
    );
  return <Menu key={path} me={me} />;
}

function Menu({ me }: { me: Me }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeOutside = ({ target }: Event) => {
      if (details.current && !details.current.contains(target as Node)) details.current.open = false;
    };
    for (const event of ["pointerdown", "focusin"]) document.addEventListener(event, closeOutside);
    return () => {
      for (const event of ["pointerdown", "focusin"]) document.removeEventListener(event, closeOutside);
    };
  }, []);
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key !== "Escape" || !details.current?.open) return;
    details.current.open = false;
    details.current.querySelector("summary")?.focus();
  };
  const notices = me.notices === 0 ? "" : `, ${me.notices} unread ${me.notices === 1 ? "notice" : "notices"}`;
  return (
    <details ref={details} className="relative" onKeyDown={closeOnEscape}>
      <summary className={BOX}>
        you
        <span className="sr-only">{`, ${me.name || me.handle}${notices}: account menu`}</span>
        {me.notices === 0 ? null : (
          <span aria-hidden="true" className="absolute -end-1 -top-1 size-2.5 rounded-full bg-spark" />
        )}
      </summary>
      <div className="absolute end-0 z-10 mt-1.5 w-60 rounded-lg border border-line bg-card p-1.5 shadow-lg">
        <p className="border-b border-line px-3 pt-1.5 pb-2.5">
          <b className="block font-semibold">{me.name || me.handle}</b>
          {me.name === "" ? null : <span className="text-small text-soft">{me.handle}</span>}
        </p>
        <ul className="py-1.5">
          {linksFor(me).map(([href, label]) => (
            <li key={href}>
              <a href={href} className={ITEM}>
                {label}
              </a>
            </li>
          ))}
        </ul>
        <ActionForm action={signOut} className="border-t border-line px-3 pt-2.5 pb-1.5">
          <SubmitButton quiet>Sign out</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}

function linksFor({ handle, isAdmin, notices }: Me): [string, string][] {
  return [
    ["/annotate", "Annotate"],
    [`/people/${handle}`, "Your page"],
    ["/me", notices === 0 ? "Settings" : `Settings, ${notices} unread`],
    ...(isAdmin ? ([["/admin", "Admin"]] as [string, string][]) : []),
  ];
}
