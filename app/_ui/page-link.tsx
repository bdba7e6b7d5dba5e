import type { Route } from "next";
import type { ComponentProps } from "react";

/**
 * A link to a page of this site. A plain anchor on purpose: it needs no script, and a list of citers does not have
 * every paper on it rendered ahead of time just because it came into view.
 */
export function PageLink<Path extends string>({
  href,
  ...rest
}: Omit<ComponentProps<"a">, "href"> & { href: Route<Path> }) {
  return <a href={href} {...rest} />;
}
