export function SiteFooter() {
  return (
    <footer className="border-t border-line px-4 py-6 text-small text-soft md:px-8">
      <p className="mx-auto max-w-[1096px]">
        Spokes: how scholarly works were received, one citing sentence at a time.
      </p>
    </footer>
  );
}
