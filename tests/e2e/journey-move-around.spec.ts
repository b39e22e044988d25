import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { Fingers, Playground, boxOf, middle } from "./playground";

async function zoom(page: Page): Promise<number> {
  return Number((await page.getByTestId("zoom-level").innerText()).replace(/\D/g, ""));
}

test.describe("by mouse, Korean, dark", () => {
  test.use({ viewport: { width: 1440, height: 900 }, locale: "ko-KR", colorScheme: "dark" });

  test("wheel, track pad, pinch, space and middle button, minimap, selection and everything", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    const fitted = await zoom(page);
    const world = page.locator(".world");
    const transform = () => world.getAttribute("style");
    const at = await playground.grab("alb");
    const stays = async (what: string) => {
      await expect.poll(async () => Math.abs((await playground.grab("alb")).x - at.x), what).toBeLessThan(2);
    };

    await page.mouse.move(at.x, at.y);
    await page.mouse.wheel(0, -240);
    await expect.poll(() => zoom(page)).toBeGreaterThan(fitted);
    await stays("the wheel zooms where it is");
    const wheeled = await zoom(page);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -30);
    await page.keyboard.up("Control");
    await expect.poll(() => zoom(page), "two fingers on a track pad").toBeGreaterThan(wheeled);
    await stays("so does a pinch");

    const pinched = await zoom(page);
    await page.mouse.wheel(60, 20);
    await expect.poll(async () => (await playground.grab("alb")).x, "a track pad pans").toBeCloseTo(at.x - 60, -1);
    expect(await zoom(page)).toBe(pinched);

    const before = await transform();
    const canvas = middle(await boxOf(playground.canvas));
    await page.keyboard.down("Space");
    await playground.drag(await playground.grab("alb"), { x: canvas.x - 90, y: canvas.y });
    await page.keyboard.up("Space");
    await expect.poll(transform, "space pans over a block too").not.toBe(before);
    await expect(playground.undo).toBeDisabled();
    await expect(page.getByTestId("play"), "and does not play").toHaveAttribute("title", "재생");

    // The middle button pans too, until the database is in the middle.
    const database = await playground.grab("db");
    await page.mouse.move(canvas.x, canvas.y);
    await page.mouse.down({ button: "middle" });
    await page.mouse.move(2 * canvas.x - database.x, 2 * canvas.y - database.y, { steps: 5 });
    await page.mouse.up({ button: "middle" });
    await expect.poll(async () => Math.round((await playground.grab("db")).y), "the middle button pans").toBeCloseTo(canvas.y, -1);
    await expect(playground.undo).toBeDisabled();

    await playground.select("db");
    await playground.bar(/^선택 항목에 맞춰 확대/).click();
    await expect(playground.part("db")).toBeInViewport();
    const map = page.getByTestId("minimap");
    await expect(map).toBeVisible();
    const box = await boxOf(map);
    const there = await transform();
    await playground.drag({ x: box.x + 30, y: box.y + 30 }, { x: box.x + box.width - 30, y: box.y + 40 });
    await expect.poll(transform).not.toBe(there);
    await page.getByTestId("zoom-fit").click();
    await expect.poll(() => zoom(page)).toBe(fitted);
    await expect(map).toHaveCount(0);
  });
});

test.describe("by touch, Korean, dark", () => {
  test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true, locale: "ko-KR", colorScheme: "dark" });

  test("pinch, pan, selection and everything", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    const fitted = await zoom(page);
    const { x, y } = await playground.grab("alb");
    const two = await Fingers.down(page, { x: x - 40, y }, { x: x + 40, y });
    await two.move({ x: x - 100, y: y + 20 }, { x: x + 100, y: y + 20 });
    await two.up();
    await expect.poll(() => zoom(page)).toBeGreaterThan(fitted * 1.8);
    const pinched = await playground.grab("alb");
    expect(Math.abs(pinched.x - x) + Math.abs(pinched.y - y - 20), "what is between the fingers stays there").toBeLessThan(12);
    const one = await Fingers.down(page, pinched);
    await one.move({ x: pinched.x - 60, y: pinched.y + 40 });
    await one.up();
    await expect.poll(async () => (await playground.grab("alb")).x).toBeCloseTo(pinched.x - 60, -1);
    await expect(playground.undo, "a block that is not selected stays").toBeDisabled();
    const panned = await playground.grab("alb");
    await page.touchscreen.tap(panned.x, panned.y);
    await playground.bar(/^선택 항목에 맞춰 확대/).tap();
    await expect(playground.part("alb")).toBeInViewport();
    await page.getByTestId("zoom-fit").tap();
    await expect.poll(() => zoom(page)).toBe(fitted);
  });
});

test.describe("by keyboard, Korean, light", () => {
  test.use({ viewport: { width: 1440, height: 900 }, locale: "ko-KR" });

  test("zoom, the view follows the focus, every command by name, the list of keys", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    const fitted = await zoom(page);
    await playground.part("users").focus();
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press("+");
    }
    await expect.poll(() => zoom(page)).toBeGreaterThan(fitted * 2);
    for (const key of ["ArrowRight", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp"]) {
      await page.keyboard.press(key);
      await expect(page.locator("[data-part]:focus"), key).toBeInViewport();
    }
    await page.keyboard.press("-");
    await page.keyboard.press("0");
    await expect.poll(() => zoom(page)).toBe(fitted);
    await playground.part("db").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+2");
    await expect.poll(() => zoom(page)).toBeGreaterThan(fitted);
    await page.keyboard.press("Shift+1");

    for (const typed of ["복제", "미니맵", "CloudFront"]) {
      await page.keyboard.press("Control+k");
      await page.getByTestId("command-search").fill(typed.toLowerCase());
      await expect(page.getByTestId("dialog-commands").getByRole("option").first()).toContainText(typed);
      await page.keyboard.press("Escape");
      await expect(page.getByTestId("dialog-commands")).toHaveCount(0);
    }
    await page.keyboard.press("?");
    await expect(page.getByTestId("dialog-shortcuts")).toContainText("컨테이너 크기 조정");
    await page.keyboard.press("Escape");
    await expect(playground.part("db"), "the keyboard is back where it was").toBeFocused();
  });
});

test("a leap of the view can be followed by eye, and is taken at once where little motion is asked for", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const glides = () =>
    page.evaluate(() => document.getAnimations().filter((each) => (each as CSSTransition).transitionProperty === "transform").length);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.getByTestId("zoom-in").click();
  await expect.poll(glides, "the picture and what lies over it").toBe(2);
  await expect.poll(glides, "is there").toBe(0);
  const near = await zoom(page);

  const canvas = middle(await boxOf(playground.canvas));
  await page.mouse.move(canvas.x, canvas.y);
  await page.mouse.wheel(0, -120);
  await expect.poll(() => zoom(page)).toBeGreaterThan(near);
  expect(await glides(), "hands are followed at once").toBe(0);

  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.getByTestId("zoom-out").click();
  expect(await glides(), "little motion").toBe(0);
});
