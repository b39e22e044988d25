import { expect, test } from "./fixtures";
import { rootAddress, underAddress } from "./addresses";
import { designIn } from "./links";
import { Playground } from "./playground";

test("a shared link opens the same design and the same run in another browser", async ({ page, browser }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.seek(40);
  await page.getByTestId("design-name").fill("Two zones, one primary");
  await page.getByTestId("design-name").press("Enter");
  await page.getByRole("button", { name: /Fail the database's primary/ }).click();
  await expect(page.getByTestId("event-chip")).toHaveCount(1);
  await playground.pause();
  const address = await playground.share();
  expect(page.url()).toBe(address);
  expect(designIn(address).scenario.events).toHaveLength(1);

  const profile = await browser.newContext();
  const other = new Playground(await profile.newPage());
  await other.open(address);
  await other.pause();
  await expect(other.page.getByTestId("design-name")).toHaveValue("Two zones, one primary");
  await expect(other.page.getByTestId("event-chip")).toHaveCount(1);
  expect(await other.page.getByTestId("event-chip").getAttribute("title")).toBe(
    await page.getByTestId("event-chip").getAttribute("title"),
  );
  await expect(other.banners).toHaveCount(0);

  for (const time of [30, 150]) {
    const [mine, theirs] = [await playground.totalsAt(time), await other.totalsAt(time)];
    expect(theirs, `at ${time} s`).toEqual(mine);
    expect(mine.failed > 0, `at ${time} s`).toBe(time > 40);
  }
  expect(await other.log()).toEqual(await playground.log());
  expect(designIn(await other.share())).toEqual(designIn(address));
  await profile.close();
});

test("fast or slow, paused or jumped to: the same time has the same totals", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole("button", { name: /Five times the traffic/ }).click();
  await playground.speed(600);
  await expect.poll(() => playground.now(), { timeout: 30_000 }).toBeGreaterThan(240);
  await playground.pause();
  const played = await playground.now();
  const first = await playground.totalsAt(played);
  await playground.page.getByRole("button", { name: "Restart" }).click();
  await playground.speed(60);
  await expect.poll(() => playground.now(), { timeout: 30_000 }).toBeLessThan(played);
  expect(await playground.totalsAt(played)).toEqual(first);
});

test("a reload keeps the design and the timeline", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole("button", { name: /Five times the traffic/ }).click();
  await page.getByTestId("design-name").fill("Kept");
  await page.getByTestId("design-name").press("Enter");
  await expect(page.getByTestId("event-chip")).toHaveCount(1);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("ninepins.design") ?? ""), "saved a second after the change")
    .toContain("Kept");

  await page.reload();
  await expect(page.getByTestId("design-name")).toHaveValue("Kept");
  await expect(page.getByTestId("event-chip")).toHaveCount(1);
  await expect(playground.banners).toHaveText(/^Your design from last time is open again\./);
});

test("looking at a link does not replace one's own design", async ({ page, browser }) => {
  const sender = await browser.newContext();
  const senders = new Playground(await sender.newPage());
  await senders.openPaused();
  await senders.page.getByTestId("design-name").fill("Theirs");
  await senders.page.getByTestId("design-name").press("Enter");
  const address = await senders.share();
  await sender.close();

  const playground = new Playground(page);
  await playground.openPaused();
  await page.getByTestId("design-name").fill("Mine");
  await page.getByTestId("design-name").press("Enter");
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("ninepins.design") ?? ""))
    .toContain("Mine");
  await page.goto("about:blank");
  await playground.open(address);
  await expect(page.getByTestId("design-name")).toHaveValue("Theirs");
  await page.goto("about:blank");
  await playground.open(rootAddress);
  await expect(page.getByTestId("design-name")).toHaveValue("Mine");
});

test("an exported file opens as the same design", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const address = await playground.share();
  await page.getByRole("button", { name: "File", exact: true }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export file" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("spring-api-and-react-app.json");
  const file = await download.path();

  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("button", { name: "New design" }).click();
  await expect(page.locator("[data-part]")).toHaveCount(0);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByTestId("open-file").click();
  await (await choosing).setFiles(file);
  await expect(playground.part("alb")).toBeVisible();
  expect(designIn(await playground.share())).toEqual(designIn(address));
});

test("under a path, the page runs and its links stay there", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open(underAddress);
  const first = await playground.now();
  await expect.poll(() => playground.now()).toBeGreaterThan(first);
  await page.getByRole("button", { name: /Five times the traffic/ }).click();
  await expect(page.getByTestId("event-chip")).toHaveCount(1);
  const address = await playground.share();
  expect(address.startsWith(`${underAddress}#d1=`), address).toBe(true);
  await page.reload();
  await expect(page.getByTestId("event-chip")).toHaveCount(1);
});
