/** A key of the keyboard. */
export function KeyCap({ children }: { children: string }) {
  return (
    <kbd className="inline-block min-w-[1.7em] rounded-[5px] border border-b-2 border-line bg-card px-1 text-center font-sans text-tiny leading-[1.6] font-medium text-soft">
      {children}
    </kbd>
  );
}
