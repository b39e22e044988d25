import { rootAddress, underAddress } from "./addresses";
import { expect, test } from "./fixtures";

const places = [
  { name: "at a root", address: rootAddress },
  { name: "under a path", address: underAddress },
];

for (const { name, address } of places) {
  test(`starts ${name} without a complaint and from its own files alone`, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const response = await page.goto(address);

    const headers = response?.headers() ?? {};
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");

    await expect(page.locator("#boot")).toHaveCount(0);
    await expect(page.locator("#app")).not.toBeEmpty();
    await expect.poll(() => page.workers().length, "the worker").toBe(1);
    // The browser may report a young worker's requests to nobody, so the worker itself is asked.
    const askedByWorker = () =>
      page.workers()[0].evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
    await expect
      .poll(async () => (await askedByWorker()).some((url) => url.endsWith("/ninepins-worker_bg.wasm")))
      .toBe(true);
    asked.push(...(await askedByWorker()));
    for (const url of asked.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:"))) {
      expect(url.startsWith(address), url).toBe(true);
    }
  });
}

test("the first screen is accessible", async ({ page, expectAccessible }) => {
  await page.goto(rootAddress);
  await expect(page.locator("#boot")).toHaveCount(0);
  await expectAccessible();
});

test("files with content in their name are kept for ever, the others asked for again", async ({ page }) => {
  const kept = new Map<string, string>();
  page.on("response", (response) => {
    kept.set(new URL(response.url()).pathname, response.headers()["cache-control"] ?? "");
  });
  await page.goto(rootAddress);
  await expect(page.locator("#boot")).toHaveCount(0);

  expect(kept.size).toBeGreaterThan(4);
  for (const [path, cacheControl] of kept) {
    const named = path === "/" || path === "/boot.js";
    expect(cacheControl, path).toBe(named ? "no-cache" : "public, max-age=31536000, immutable");
    if (!named) {
      expect(path).toMatch(/[0-9a-f]{13,16}/);
    }
  }
});

test("says so when it cannot start", async ({ page, complaints }) => {
  await page.route("**/*_bg.wasm", (route) => route.abort());
  await page.goto(rootAddress);

  await expect(page.getByRole("alert")).toContainText("Ninepins could not start");
  complaints.take(/./);
});
