import { expect, test } from "./fixtures";
import { Playground } from "./playground";

test("pause stops the clock, step moves it by a second, play goes on", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.pause();
  await playground.seek(10);
  await page.getByRole("button", { name: "Step one second" }).click();
  await playground.settleAt(11);
  await page.getByRole("button", { name: "Step one second" }).click();
  await playground.settleAt(12);
  await playground.play();
  await expect.poll(() => playground.now()).toBeGreaterThan(12);
  await page.getByRole("button", { name: "Step one second" }).click();
  await expect(page.getByTestId("play"), "a step pauses").toHaveAttribute("title", "Play");
});

test("speeds differ, and the chosen one is kept for the next visit", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await expect(page.getByRole("button", { name: "10×", exact: true })).toHaveAttribute("aria-pressed", "true");
  const inASecond = async () => {
    const before = await playground.now();
    await page.waitForTimeout(1_000);
    return (await playground.now()) - before;
  };
  await playground.speed(1);
  expect(await inASecond()).toBeLessThanOrEqual(3);
  await playground.speed(60);
  expect(await inASecond()).toBeGreaterThan(5);
  await page.reload();
  await expect(page.getByRole("button", { name: "60×", exact: true })).toHaveAttribute("aria-pressed", "true");
});

test("restart begins at zero again", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.seek(60);
  const requests = (await playground.totals()).requests;
  await playground.speed(1);
  await page.getByRole("button", { name: "Restart" }).click();
  await expect.poll(() => playground.now()).toBeLessThan(30);
  await playground.pause();
  // It may stand at zero, before the first request.
  await expect.poll(() => playground.total("Requests")).toBeLessThan(requests);
});

test("the run ends at its end, and play starts it again", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.pause();
  await playground.scrubber.fill("1798");
  await expect.poll(() => playground.now(), { timeout: 40_000 }).toBe(1_798);
  await playground.speed(60);
  await page.getByTestId("play").click();
  await expect(page.getByTestId("clock-note")).toHaveText("Finished");
  await expect(page.getByTestId("clock")).toHaveText("00:30:00");
  await page.getByTestId("play").click();
  await expect.poll(() => playground.now()).toBeLessThan(1_000);
});

test("going back by keyboard shows the same totals as before", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.seek(5);
  await page.getByRole("button", { name: /Five times the traffic/ }).click();
  await playground.pause();
  const at100 = await playground.totalsAt(100);
  const logAt100 = await playground.log();
  const at110 = await playground.totalsAt(110);
  expect(at110.requests).toBeGreaterThan(at100.requests);

  await playground.scrubber.focus();
  for (let second = 110; second > 100; second -= 1) {
    await page.keyboard.press("ArrowLeft");
    await playground.settleAt(second - 1);
  }
  expect(await playground.totals()).toEqual(at100);
  expect(await playground.log()).toEqual(logAt100);
  await expect(playground.scrubber).toHaveAttribute("aria-valuetext", "00:01:40 of 00:30:00");
  await page.keyboard.press("Home");
  await playground.settleAt(0);
});

test("an event can be looked at and removed from the timeline", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.seek(20);
  const quiet = await playground.totalsAt(120);
  await playground.seek(20);
  await page.getByRole("button", { name: /Fail the database's primary/ }).click();
  const chip = page.getByRole("list", { name: "Events" }).getByRole("button");
  await expect(chip).toHaveText("Fail the primary");
  const broken = await playground.totalsAt(120);
  expect(broken.failed).toBeGreaterThan(quiet.failed);

  await chip.click();
  await expect(page.getByTestId("event-card")).toContainText("the host of the primary of db fails");
  await page.getByRole("button", { name: "Remove event" }).click();
  await expect(chip).toHaveCount(0);
  expect(await playground.totalsAt(120), "as if it had never been").toEqual(quiet);

  await page.getByRole("button", { name: "Undo change of the timeline" }).click();
  await expect(chip).toHaveCount(1);
  expect(await playground.totalsAt(120)).toEqual(broken);
});

test("charts can show the whole run", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const charts = page.getByRole("region", { name: "Charts" });
  await expect(charts.getByRole("button", { name: "10 min" })).toHaveAttribute("aria-pressed", "true");
  await charts.getByRole("button", { name: "Whole run" }).click();
  await expect(charts.getByRole("button", { name: "Whole run" })).toHaveAttribute("aria-pressed", "true");
  const painted = () =>
    charts.locator("canvas").first().evaluate((canvas: HTMLCanvasElement) => {
      const copy = document.createElement("canvas");
      copy.width = canvas.width;
      copy.height = canvas.height;
      const context = copy.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
      context.drawImage(canvas, 0, 0);
      const { data } = context.getImageData(0, 0, copy.width, copy.height);
      return data.filter((value, index) => index % 4 === 3 && value > 0).length;
    });
  await expect.poll(painted, "something is drawn").toBeGreaterThan(50);
});

test("an event's card says once how long it lasts", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.select("az-a");
  await page.getByTestId("fault-zone-power-loss").click();
  await page.getByTestId("event-chip").click();
  const said = await page.getByTestId("event-card").innerText();
  expect(said.match(/5 min/g)).toHaveLength(1);
});
