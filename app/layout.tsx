import "@fontsource-variable/inter/wght.css";
import "@fontsource/source-serif-4/400.css";
import "@fontsource/source-serif-4/400-italic.css";
import "@fontsource/source-serif-4/600.css";
import "@fontsource/source-serif-4/600-italic.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { siteUrl } from "@/lib/site-url";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

// A function, because the address of the site is known when it runs and not when it is built.
export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(siteUrl()),
    title: { default: "Spokes", template: "%s · Spokes" },
    description:
      "How a scholarly work was received: what its citing papers use it for, and how they judge it.",
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#15171b" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body className="flex min-h-svh flex-col">
        <SiteHeader />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[1160px] flex-1 px-4 pb-20 outline-none md:px-8"
        >
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}
