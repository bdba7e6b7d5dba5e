import { KeyCap } from "@/app/_ui/key-cap";

/** The key of an option, for those who see; the input names it by itself. Nothing where keys are switched off. */
export function OptionKey({ shown, children }: { shown: boolean; children: string }) {
  if (!shown) return null;
  return (
    <span aria-hidden="true" className="leading-none pointer-coarse:hidden">
      <KeyCap>{children}</KeyCap>
    </span>
  );
}
