import type { ReactNode } from "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "account-menu": { children: ReactNode };
    }
  }
}

/** "Sign in", in whose place public/account-menu.js puts the menu of whoever is signed in. */
export function AccountMenu() {
  return (
    <account-menu>
      <a
        href="/sign-in"
        className="box-border flex h-9 w-[4.75rem] items-center justify-center rounded-md border border-edge text-ui text-ink no-underline hover:border-ink"
      >
        Sign in
      </a>
      <script src="/account-menu.js" async />
    </account-menu>
  );
}
