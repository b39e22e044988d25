import { expect, test } from "./fixtures";
import { FIRST_MODULE, Host, SECOND_MODULE } from "./host";
import { Playground } from "./playground";

/** Longer than a worker that has all it needs may be silent. */
const SLOW_MS = 7_000;

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test("the first screen runs before the engine's second module is there, and a fault waits for it", async ({ page, complaints }) => {
  let letThrough = () => {};
  const gate = new Promise<void>((resolve) => (letThrough = resolve));
  const host = new Host((file) => (file === SECOND_MODULE ? gate : undefined));
  try {
    const playground = new Playground(page);
    await playground.open(await host.start());
    await expect.poll(() => playground.total("Answered"), "requests are answered").toBeGreaterThan(0);
    expect(host.asked).toContain(SECOND_MODULE);

    await page.getByRole("button", { name: /Power off a zone/ }).click();
    await page.waitForTimeout(1_500);
    await expect(page.getByTestId("event-chip")).toHaveCount(0);

    letThrough();
    await expect(page.getByTestId("event-chip")).toHaveCount(1);
    await expect.poll(() => playground.total("Failed"), "failures appear").toBeGreaterThan(0);
    // The worker has asked twice, in advance and at once. Left while it still compiles what came in advance, the page is told
    // that this request was aborted.
    await page.goto("about:blank");
    complaints.forgive(/split_later/);
  } finally {
    letThrough();
    host.stop();
  }
});

test("an engine that is slow to arrive is waited for, and the clock says so", async ({ page, complaints }) => {
  const host = new Host((file) => ([FIRST_MODULE, SECOND_MODULE].includes(file) ? later(SLOW_MS) : undefined));
  try {
    const playground = new Playground(page);
    await playground.open(await host.start());
    const note = page.getByTestId("clock-note");
    await expect(note, "the first module is on its way").toHaveText("Loading…");
    expect(await playground.now()).toBe(0);
    await expect.poll(() => playground.total("Answered"), "the first module is here").toBeGreaterThan(0);
    await expect(note, "the second module is on its way").toHaveText("Loading…");
    await expect.poll(() => playground.now(), "the second module is here").toBeGreaterThan(2);
    await expect(note.filter({ hasText: "Loading…" })).toHaveCount(0);

    await expect(playground.banners).toHaveCount(0);
    expect(host.asked.filter((file) => file === FIRST_MODULE), "no worker was started again").toHaveLength(1);
    await page.goto("about:blank");
    complaints.forgive(/split_later/);
  } finally {
    host.stop();
  }
});

for (const [name, module] of [["first", FIRST_MODULE], ["second", SECOND_MODULE]]) {
  test(`the engine's ${name} module that does not arrive is told of, and can be tried again`, async ({ page, complaints }) => {
    let isThere = false;
    const host = new Host((file) => file !== module || isThere);
    try {
      const playground = new Playground(page);
      await playground.open(await host.start());
      await expect(playground.banners).toHaveCount(1);
      await expect(playground.banners).toContainText("did not arrive");
      complaints.take(/503/);
      // A worker that is ended leaves the answer that it refused unread.
      complaints.forgive(/ninepins-worker_bg.*ERR_ABORTED/);
      // No more is asked until a person wants it.
      const before = host.asked.length;
      await page.waitForTimeout(1_500);
      expect(host.asked.slice(before).filter((file) => file === module)).toEqual([]);

      isThere = true;
      await playground.banners.getByRole("button", { name: "Try again" }).click();
      await expect(playground.banners).toHaveCount(0);
      await expect.poll(() => playground.now(), "it runs").toBeGreaterThan(2);
      complaints.forgive(/split_later|503/);
    } finally {
      host.stop();
    }
  });
}
