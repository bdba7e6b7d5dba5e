import type { ReactNode } from "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "account-menu": { className: string; children: ReactNode };
    }
  }
}

/**
 * "Sign in", in whose place public/account-menu.js puts the menu of whoever is signed in. The element is the one that the
 * header places: as an inline one in a box it would lie above its own link, which could then not be clicked.
 */
export function AccountMenu({ className }: { className: string }) {
  return (
    <account-menu className={className}>
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
