import { KeyCap } from "@/app/_ui/key-cap";

/**
 * The key of an option, for those who see; the input names it by itself. Faint until keys do something, nothing where
 * they are switched off.
 */
export function OptionKey({ shown, children }: { shown: boolean; children: string }) {
  if (!shown) return null;
  return (
    <span
      aria-hidden="true"
      className="leading-none pointer-coarse:hidden [body:not([data-keys])_&]:opacity-40"
    >
      <KeyCap>{children}</KeyCap>
    </span>
  );
}
