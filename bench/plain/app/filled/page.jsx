/** A static page of as much text as the measured page has; Next sends it twice, as markup and as data. */
export default function FilledPage() {
  return <main>{"A line of text for measuring. ".repeat(Number(process.env.BENCH_LINES ?? 1))}</main>;
}
