import path from "node:path";
import { writeMadeHub } from "./made-hub";
import type { Line } from "./rounds";
import { createDatabase, importInChild, type World } from "./world";

const SIZES = [10_000, 1_000_000];

/** R10: the most memory that an import holds, a small file beside a large one. Once, because it hardly varies. */
export async function measureImportMemory(world: World): Promise<Line[]> {
  const peaks: number[] = [];
  for (const citers of SIZES) {
    const file = path.join(world.folder, "memory.jsonl");
    await writeMadeHub(file, { slug: "memory", citers, references: false });
    peaks.push(await importInChild(file, { DATABASE_URL: await createDatabase(world, "bench_memory") }));
  }
  const [small = Number.NaN, large = Number.NaN] = peaks;
  return [
    {
      name: "R10",
      what: "peak memory of an import of 1,000,000 citations ÷ of 10,000",
      target: { atMost: 1.5 },
      ratios: [large / small],
      note: `${Math.round(large / 1e6)} and ${Math.round(small / 1e6)} MB; measured once`,
    },
  ];
}
