import { availableParallelism, cpus, totalmem } from "node:os";

/** The day, the processors, the memory and the Node of a run whose figures are kept, as the beginning of a sentence. */
export function thisMachine(): string {
  const day = new Date().toISOString().slice(0, 10);
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${day}, on ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}),
${memory} GiB of memory, Node ${process.version}`;
}
