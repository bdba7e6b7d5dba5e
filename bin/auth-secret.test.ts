import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { readOrMakeSecret } from "./auth-secret";

test("the secret is made once, of 32 random bytes, and only its owner may read it", async () => {
  const dataDir = path.join(await mkdtemp(path.join(tmpdir(), "spokes-")), "data");
  try {
    const [first, second] = await Promise.all([readOrMakeSecret(dataDir), readOrMakeSecret(dataDir)]);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(second).toBe(first);
    expect(await readOrMakeSecret(dataDir)).toBe(first);
    expect((await stat(path.join(dataDir, "auth-secret"))).mode & 0o777).toBe(0o600);
  } finally {
    await rm(path.dirname(dataDir), { recursive: true });
  }
});
