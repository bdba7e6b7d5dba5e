/** Tells the writer of a piece that was held back or left out to go on; `given` is what `write` or `end` was given. */
export function tellWriter(/** @type {any[]} */ given) {
  const told = given.find((part) => typeof part === "function");
  if (told) queueMicrotask(() => told());
}
