import { Notice } from "@/app/_ui/notice";

/** Stands on every page of an invented hub. */
export function DemonstrationNotice() {
  return (
    <Notice>
      <strong className="font-semibold text-mixed-ink">Demonstration:</strong> this hub, its citers, their
      sentences and every figure are invented.
    </Notice>
  );
}
