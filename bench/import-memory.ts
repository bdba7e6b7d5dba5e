import path from "node:path";
import { writeMadeHub } from "./made-hub";
import { type Line, middle } from "./rounds";
import { createDatabase, importInChild, type World } from "./world";

const [SMALL, LARGE] = [10_000, 1_000_000];
/** A large one takes six minutes, a small one seconds; so there are several of these, before it and after it. */
const ORDER = [SMALL, LARGE, SMALL, SMALL];

/** R10: the most memory that an import holds, small files beside a large one. */
export async function measureImportMemory(world: World): Promise<Line[]> {
  const peaks: { citers: number; peak: number }[] = [];
  for (const citers of ORDER) {
    const file = path.join(world.folder, "memory.jsonl");
    await writeMadeHub(file, { slug: "memory", citers, references: false });
    const url = await createDatabase(world, "bench_memory");
    peaks.push({ citers, peak: await importInChild(file, { DATABASE_URL: url }) });
  }
  const of = (size: number) => peaks.flatMap(({ citers, peak }) => (citers === size ? [peak] : []));
  const [large, small] = [middle(of(LARGE)), middle(of(SMALL))];
  return [
    {
      name: "R10",
      what: "peak memory of an import of 1,000,000 citations ÷ of 10,000",
      target: { atMost: 1.5 },
      ratios: [large / small],
      note: `${megabytes(large)} and ${megabytes(small)} MB; ${of(LARGE).length} large import beside ${of(SMALL).length} small: ${of(SMALL).map(megabytes).join(", ")}`,
    },
  ];
}

const megabytes = (bytes: number) => Math.round(bytes / 1e6);
