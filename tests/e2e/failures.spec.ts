import { expect, test } from "./fixtures";
import { Playground } from "./playground";
import type { LogEntry } from "./playground";

/** Where the experiment begins: the run is warm by then. */
const BEGIN = 60;

/** The first entry that fits, at or after another; fails when there is none. */
function find(log: LogEntry[], pattern: RegExp, after = 0): LogEntry {
  const found = log.find((entry) => entry.at >= after && pattern.test(entry.sentence));
  if (found === undefined) {
    throw new Error(`no entry fits ${pattern} after ${after} s:\n${log.map((entry) => `${entry.at} ${entry.sentence}`).join("\n")}`);
  }
  return found;
}

test("a zone loses power: requests fail, and the system heals by itself", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.seek(BEGIN);
  expect((await playground.totals()).failed).toBe(0);

  await page.getByRole("button", { name: /Power off a zone/ }).click();
  await expect(page.getByTestId("event-chip")).toHaveCount(1);
  await playground.speed(60);
  await expect.poll(() => playground.total("Failed"), "failures appear").toBeGreaterThan(0);
  await expect(page.getByRole("img", { name: /Down/ }).first()).toBeAttached();

  await playground.speed(600);
  await expect.poll(() => playground.now(), { message: "half the outage is over", timeout: 30_000 }).toBeGreaterThan(480);
  const before = await playground.totalsAt(480);
  const after = await playground.totalsAt(540);
  expect(after.failed, "while the zone is still dark, the last minute has no failure").toBe(before.failed);
  expect(after.answered).toBeGreaterThan(before.answered);
  await expect(page.getByRole("img", { name: /^api\/\d+, (Healthy|Strained)/ })).toHaveCount(4);

  const log = await playground.log();
  const outage = find(log, /^AZ ap-northeast-2a lost power/);
  expect(outage.at).toBeGreaterThanOrEqual(BEGIN);
  expect(outage.at).toBeLessThanOrEqual(BEGIN + 2);
  const lost = find(log, /^primary of db judged lost/, outage.at);
  const promoting = find(log, /^standby of db promoting/, lost.at);
  const moved = find(log, /^endpoint of db points to ap-northeast-2b/, promoting.at);
  expect(moved.at - outage.at, "seconds until the standby serves").toBeGreaterThanOrEqual(60);
  expect(moved.at - outage.at).toBeLessThanOrEqual(120);
  const unhealthy = find(log, /^api\/\d+ unhealthy after \d failed checks/, outage.at);
  const replaced = find(log, /^api\/\d+ judged unhealthy and replaced/, unhealthy.at);
  const launching = find(log, /^api\/\d+ launching in ap-northeast-2b/, unhealthy.at);
  find(log, /^api\/\d+ in service after/, Math.max(replaced.at, launching.at));
  expect(log.filter((entry) => /^AZ ap-northeast-2a has power again/.test(entry.sentence))).toEqual([]);

  // With its power back the run stays well.
  const restored = await playground.totalsAt(1_200);
  expect((await playground.totalsAt(1_260)).failed).toBe(restored.failed);
  find(await playground.log(), /^AZ ap-northeast-2a has power again/, 600);
});

test("the primary fails: writes fail until the standby serves, reads go on", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.seek(BEGIN);
  await playground.select("db");
  await page.getByRole("button", { name: "Fail the primary" }).click();
  await expect(page.getByTestId("event-chip")).toHaveCount(1);
  await playground.seek(400);

  const log = await playground.log();
  const failed = find(log, /^the host of the primary of db failed/);
  const moved = find(log, /^endpoint of db points to ap-northeast-2b after/, failed.at);
  const began = log.filter((entry) => / began: /.test(entry.sentence));
  const ended = log.filter((entry) => / ended 10 s ago, after [\d,]+ requests?: /.test(entry.sentence));
  expect(began.length).toBeGreaterThan(0);
  expect(ended.length, "every kind of failure that began has ended").toBe(began.length);
  const outage = ended[ended.length - 1].at - began[0].at;
  expect(outage, "seconds in which writes fail").toBeGreaterThanOrEqual(60);
  expect(outage).toBeLessThanOrEqual(130);
  expect(moved.at).toBeLessThanOrEqual(failed.at + 120);

  await playground.pressNothing();
  const before = await playground.totalsAt(failed.at + 20);
  const during = await playground.totalsAt(failed.at + 50);
  const share = (during.failed - before.failed) / (during.requests - before.requests);
  expect(share, "writes fail, and they are few").toBeGreaterThan(0);
  expect(share, "reads and the app's files go on").toBeLessThan(0.25);
  const settled = await playground.totalsAt(340);
  expect((await playground.totalsAt(400)).failed).toBe(settled.failed);
});

test("five times the traffic: the alarm raises the desired capacity and instances join", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.seek(BEGIN);
  await expect(playground.part("api").locator(".card-line")).toHaveText(/^4 up/);

  await page.getByRole("button", { name: /Five times the traffic/ }).click();
  await playground.speed(600);
  await expect.poll(() => playground.now(), { message: "the spike is over", timeout: 30_000 }).toBeGreaterThan(420);
  await playground.seek(420);

  const log = await playground.log();
  const spike = find(log, /^traffic of users went to ×5/);
  const decision = find(log, /CPUUtilization \d+ % > \d+ % for 3 of 3 min → desired 4 → \d+/, spike.at);
  expect(decision.at - spike.at, "three minutes of alarm").toBeGreaterThanOrEqual(120);
  const launching = find(log, /^api\/\d+ launching in/, decision.at);
  find(log, /^api\/\d+ in service after/, launching.at);
  find(log, /^traffic of users is no longer ×5/, decision.at);
  const line = await playground.part("api").locator(".card-line").textContent();
  expect(Number(/^(\d+)/.exec(line ?? "")?.[1]), line ?? "").toBeGreaterThan(4);
});

test("with the connection pool's own defaults, reads fail with the primary", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  for (const wire of ["w6", "w7"]) {
    await playground.selectWire(wire);
    const resets = page.getByRole("button", { name: /: Reset to default$/ });
    for (let left = await resets.count(); left > 0; left -= 1) {
      await resets.first().click();
      await expect(resets).toHaveCount(left - 1);
    }
  }
  await playground.seek(BEGIN);
  await playground.select("db");
  await page.getByRole("button", { name: "Fail the primary" }).click();
  await playground.pressNothing();
  const before = await playground.totalsAt(BEGIN + 60);
  const during = await playground.totalsAt(BEGIN + 75);
  const share = (during.failed - before.failed) / (during.requests - before.requests);
  expect(share, "threads wait for the database, and reads with them").toBeGreaterThan(0.3);
});
