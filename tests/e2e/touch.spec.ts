import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { designIn } from "./links";
import { Fingers, Playground, boxOf, dragByFinger } from "./playground";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

async function zoom(page: Page): Promise<number> {
  return Number((await page.getByTestId("zoom-level").innerText()).replace(/\D/g, ""));
}

test("sheets open over the canvas and close again", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  for (const [tab, shown] of [
    ["Blocks", page.getByTestId("palette")],
    ["Inspector", page.getByTestId("overview")],
    ["Log", page.getByTestId("log")],
    ["Charts", page.getByRole("region", { name: "Charts" })],
  ] as const) {
    const button = page.getByRole("navigation").getByRole("button", { name: tab });
    await expect(shown, tab).toBeHidden();
    await button.tap();
    await expect(shown, tab).toBeVisible();
    await expect(button).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("button", { name: "Close panel" }).tap();
    await expect(shown, tab).toBeHidden();
  }
  const buttons = page.getByRole("banner").locator("button:visible");
  const boxes = await Promise.all((await buttons.all()).map(boxOf));
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const apart =
        one.x + one.width <= other.x + 1 ||
        other.x + other.width <= one.x + 1 ||
        one.y + one.height <= other.y + 1 ||
        other.y + other.height <= one.y + 1;
      expect(apart, `buttons lie apart: ${JSON.stringify([one, other])}`).toBe(true);
    }
  }
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
    "nothing sticks out at the side",
  ).toBeLessThanOrEqual(390);
});

test("a tap selects a part, and its faults are two taps away", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  // What can be read is shown first; the button shows everything.
  await page.getByRole("button", { name: "Fit to screen" }).tap();
  const { x, y } = await playground.grab("db");
  await page.touchscreen.tap(x, y);
  await expect(playground.part("db")).toHaveAttribute("aria-current", "true");
  await page.getByRole("navigation").getByRole("button", { name: "Inspector" }).tap();
  await expect(playground.inspector).toHaveAttribute("data-part", "db");
  await page.getByRole("button", { name: "Fail the primary" }).tap();
  await page.getByRole("navigation").getByRole("button", { name: "Log" }).tap();
  await expect(page.getByTestId("event-chip")).toHaveCount(1);
});

test("a tap in the palette adds a block", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await page.getByRole("navigation").getByRole("button", { name: "Blocks" }).tap();
  await page.getByRole("button", { name: "S3 bucket" }).tap();
  await expect(page.locator('[data-part][data-kind="s3"]')).toHaveCount(2);
  await expect(page.getByTestId("palette"), "the sheet stays for the next block").toBeVisible();
  await page.getByTestId("undo").tap();
  await expect(page.locator('[data-part][data-kind="s3"]')).toHaveCount(1);
  const { x, y } = await boxOf(playground.canvas);
  await page.touchscreen.tap(x + 6, y + 6);
  await expect(page.getByTestId("palette"), "a tap on the canvas puts it away").toBeHidden();
});

test("two fingers zoom, one pans, and the buttons do the same", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const canvas = await boxOf(playground.canvas);
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
  const fitted = await zoom(page);
  const two = await Fingers.down(page, { x: middle.x - 30, y: middle.y }, { x: middle.x + 30, y: middle.y });
  await two.move({ x: middle.x - 120, y: middle.y }, { x: middle.x + 120, y: middle.y });
  await two.up();
  await expect.poll(() => zoom(page)).toBeGreaterThan(fitted * 2);
  expect(await page.evaluate(() => visualViewport?.scale), "the page itself is not zoomed").toBe(1);

  const world = page.locator(".world");
  const before = await world.getAttribute("style");
  await dragByFinger(page, middle, { x: middle.x - 80, y: middle.y + 40 });
  await expect(world).not.toHaveAttribute("style", before ?? "");
  await expect(playground.undo, "nothing was moved").toBeDisabled();

  await page.getByRole("button", { name: "Fit to screen" }).tap();
  await expect.poll(() => zoom(page), "everything").toBeLessThan(fitted);
  await page.getByRole("button", { name: "Fit to screen" }).tap();
  await expect.poll(() => zoom(page), "what can be read").toBe(fitted);
  await page.getByRole("button", { name: "Zoom in" }).tap();
  await expect.poll(() => zoom(page)).toBeGreaterThan(fitted);
  await page.getByRole("button", { name: "Zoom out" }).tap();
  await expect.poll(() => zoom(page)).toBe(fitted);
});

test("a selected part is moved by a finger", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const { x, y } = await playground.grab("users");
  await page.touchscreen.tap(x, y);
  await expect(playground.part("users")).toHaveAttribute("aria-current", "true");
  await dragByFinger(page, { x, y }, { x, y: y + 30 });
  await expect(page.getByRole("button", { name: "Undo move" })).toBeEnabled();
  expect(designIn(await playground.share()).parts.users.at[1]).toBeGreaterThan(264);
});

test("a sheet that opens leaves the selected part in view, and a wire is ended by a tap", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await page.getByRole("button", { name: "Fit to screen" }).tap();
  const { x, y } = await playground.grab("dns");
  await page.touchscreen.tap(x, y);
  await expect(playground.part("dns")).toHaveAttribute("aria-current", "true");
  // Down to where the sheet will be.
  const canvas = await boxOf(playground.canvas);
  await dragByFinger(page, { x: 40, y: canvas.y + 60 }, { x: 40, y: canvas.y + 300 });
  await page.getByRole("navigation").getByRole("button", { name: "Inspector" }).tap();
  await expect(playground.inspector).toHaveAttribute("data-part", "dns");
  const sheet = page.locator(".sheet-corner");
  await expect
    .poll(async () => {
      const part = await boxOf(playground.part("dns").locator(".card-ground"));
      return part.y + part.height <= (await boxOf(sheet)).y;
    }, "above the sheet")
    .toBe(true);
  await page.getByTestId("close-sheet").tap();
  await playground.bar(/^Draw a wire|^Connect|^Wire/).tap();
  await expect(page.getByTestId("wiring-hint").locator("span:visible")).toHaveText("Tap where the wire goes.");
});
