/** A line on standard error about anything that takes over a second, at most four times a second. */
export function progressLine(started: number) {
  let next = started + 1000;
  let shown = false;
  const inPlace = process.stderr.isTTY;
  return {
    /** @param text how far it is, such as "12,000 records read". */
    show(text: () => string) {
      if (Date.now() < next) return;
      next = Date.now() + (inPlace ? 250 : 5000);
      shown = true;
      const seconds = Math.round((Date.now() - started) / 1000);
      process.stderr.write(`${inPlace ? "\r\x1b[K" : ""}${text()}, ${seconds} s${inPlace ? "" : "\n"}`);
    },
    clear() {
      if (shown && inPlace) process.stderr.write("\r\x1b[K");
    },
  };
}
