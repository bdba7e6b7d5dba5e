/** What is wrong with the answer above it; nothing when nothing is. */
export function Problem({ id, children }: { id: string; children: string | undefined }) {
  if (children === undefined) return null;
  return (
    <p id={id} className="mt-2 text-small font-medium text-contrasting-ink">
      {children}
    </p>
  );
}
