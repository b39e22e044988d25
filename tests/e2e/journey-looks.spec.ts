import { expect, test } from "./fixtures";
import { Playground, boxOf } from "./playground";

test.describe("by keyboard, English, dark", () => {
  test.use({ colorScheme: "dark" });

  test("colours, language, gallery and outline by keys", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    await page.getByTestId("theme").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("theme-contrast").focus();
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("data-contrast", "dark");
    await page.keyboard.press("Control+k");
    await page.getByTestId("command-search").fill("한국어");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    await page.getByTestId("language").focus();
    await page.keyboard.press("Space");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.keyboard.press("Control+k");
    await page.getByTestId("command-search").fill("gallery");
    const option = page.getByTestId("dialog-commands").getByRole("option").first();
    await expect(option).toContainText("Start from an example");
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("gallery")).toBeVisible();
    await page.getByTestId("open-two_tier_one_az").focus();
    await page.keyboard.press("Enter");
    await expect(playground.part("web-db")).toBeVisible();
  });
});

test.describe("by touch, Korean, dark", () => {
  test.use({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    locale: "ko-KR",
    colorScheme: "dark",
  });

  test("colours, language, gallery and the outline, edited by taps", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    await page.getByTestId("theme").tap();
    await page.getByTestId("theme-light").tap();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    await page.getByTestId("language").tap();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.getByTestId("language").tap();
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");

    await page.getByTestId("file").tap();
    await page.getByTestId("open-gallery").tap();
    await page.getByTestId("open-three_az").tap();
    await expect(playground.part("shop")).toBeVisible();
    const shop = await boxOf(playground.part("shop"));
    expect(shop.x >= 0 && shop.x + shop.width <= 390, "all of it is on the screen").toBe(true);

    await page.getByTestId("file").tap();
    await page.getByTestId("open-outline").tap();
    await page.getByTestId("outline-shop").tap();
    const name = page.getByTestId("outline-details").getByRole("textbox").first();
    await name.fill("상점");
    await name.blur();
    await page.getByTestId("outline-show").tap();
    await expect(playground.part("shop")).toContainText("상점");
  });
});

test("with the system's own colours everything still shows, and nothing moves where little motion is asked for", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  const playground = new Playground(page);
  await playground.open();
  await playground.select("alb");
  const seen = await page.evaluate(() => {
    const colour = (selector: string, property: string) => {
      const element = document.querySelector(selector);
      return element === null ? "" : getComputedStyle(element).getPropertyValue(property);
    };
    return {
      ground: colour("body", "background-color"),
      card: colour("[data-testid=part-alb] .card-ground", "stroke"),
      name: colour("[data-testid=part-alb] .card-name", "fill"),
      wire: colour(".wire-line", "stroke"),
      selection: colour(".canvas-over .selection", "stroke"),
    };
  });
  for (const [what, colour] of Object.entries(seen)) {
    expect(colour, what).not.toBe("");
    expect(what === "ground" || colour !== seen.ground, `${what} stands out: ${colour}`).toBe(true);
  }
  await page.keyboard.press("Control+k");
  await expect(page.getByTestId("command-search")).toBeVisible();
  await page.keyboard.press("Escape");
  const moving = await page.evaluate(() =>
    document.getAnimations().filter((each) => each.playState === "running" && Number(each.effect?.getComputedTiming().duration) > 20).length,
  );
  expect(moving, "animations").toBe(0);
});
