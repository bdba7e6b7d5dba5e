import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "./fixtures";

const run = promisify(execFile);

test("every example of the page does what it says", async ({ page }) => {
  await page.goto("/api");
  const commands = await page.getByRole("main").locator("pre code").allTextContents();
  expect(commands.length).toBeGreaterThan(8);
  for (const command of commands) {
    expect(command, "nothing but curl on this site").toMatch(
      /^(?:tag=\$\()?curl -s .*'http:\/\/localhost:\d+\/api\/v1/,
    );
    const { stdout } = await run("sh", ["-c", command]);
    if (command.includes("If-None-Match")) expect(stdout).toBe("304");
    else if (command.includes("metod"))
      expect(JSON.parse(stdout)).toMatchObject({
        status: 400,
        errors: [{ parameter: "q", suggestion: "method" }],
      });
    else expect(JSON.parse(stdout), command).not.toHaveProperty("status");
  }
});

test("the page explains every kind of problem where its address leads", async ({ page, request }) => {
  await page.goto("/api");
  for (const path of ["/api/v1/nothing", "/api/v1/hubs?limit=0"]) {
    const { type } = (await (await request.get(path)).json()) as { type: string };
    await expect(page.locator(new URL(type).hash)).toBeVisible();
  }
});

test("the footer leads to the page, and axe finds nothing on it", async ({ page, expectAccessible }) => {
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "API" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "API" })).toBeVisible();
  await expectAccessible();
});
