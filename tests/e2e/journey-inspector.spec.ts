import { expect, test } from "./fixtures";
import { Playground } from "./playground";

/** What no number field takes, and what each is. */
const ABSURD = ["99999999999999999999999", "1e400", "-1", "0x10", "NaN", "٣", "١٢", "1,5", "∞", "<b>4</b>", "4 개", "--4"];

test.describe("by mouse, Korean, dark", () => {
  test.use({ viewport: { width: 1440, height: 900 }, locale: "ko-KR", colorScheme: "dark" });

  test("units, ranges, source, absurd numbers refused in place, reset; the run and the faults beside", async ({ page }) => {
    const playground = new Playground(page);
    await playground.open();
    await playground.seek(20);
    await playground.select("api");
    await playground.settings();
    await expect(page.getByTestId("part-state")).toContainText("/초");
    const grace = page.locator("#api-health_check_grace_s, [id$='health_check_grace_s']").first();
    const setting = page.locator(".setting", { has: grace });
    await expect(setting.locator(".unit")).toHaveText("초");
    for (const typed of ABSURD) {
      await grace.fill(typed);
      await grace.press("Enter");
      await expect(setting.getByRole("alert"), typed).not.toBeEmpty();
      await expect(grace, typed).toHaveValue(typed);
    }
    await expect(playground.undo, "none of them changed anything").toBeDisabled();
    await setting.locator(".setting-name").click();
    await expect(setting.locator(".fact-line")).toContainText("기본값 300 초");
    await expect(setting.locator(".fact-id")).toHaveAttribute("href", /^https:\/\/docs\.aws\.amazon\.com\//);
    await setting.getByRole("button", { name: /기본값/ }).click();
    await expect(grace).toHaveValue("300");
    await expect(setting.getByRole("alert")).toHaveCount(0);
    await page.getByTestId("strip-faults").locator("> summary").click();
    await page.getByTestId("fault-hang").click();
    await expect(page.getByTestId("event-chip")).toHaveCount(1);
  });
});

test.describe("by touch, English, dark", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, colorScheme: "dark" });

  test("a setting in its sheet: refused, set, explained, reset", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    const { x, y } = await playground.grab("api");
    await page.touchscreen.tap(x, y);
    await page.getByTestId("sheet-inspector").tap();
    await page.getByTestId("tab-settings").tap();
    const desired = page.getByRole("textbox", { name: "Desired capacity" });
    const setting = page.locator(".setting", { has: desired });
    await desired.tap();
    await desired.fill("9999999");
    await setting.locator(".setting-name").tap();
    await expect(setting.getByRole("alert")).toContainText("to");
    await expect(setting.locator(".explanation")).toBeVisible();
    await desired.fill("6");
    await page.getByTestId("tab-settings").tap();
    await desired.blur();
    await expect(setting.getByRole("alert")).toHaveCount(0);
    expect((await playground.design()).parts.api.desired).toBe(6);
    expect(
      await page.locator(".inspector-panel").evaluate((panel) => panel.scrollWidth - panel.clientWidth),
      "nothing sticks out at the side",
    ).toBe(0);
  });
});

test.describe("by keyboard, Korean, light", () => {
  test.use({ viewport: { width: 1440, height: 900 }, locale: "ko-KR" });

  test("two groups at once: mixed, set as one step, reset", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    const before = await playground.design();
    await playground.part("app-a").focus();
    await page.keyboard.press("Shift+Space");
    await playground.part("pub-b").focus();
    await page.keyboard.press("Shift+Space");
    await expect(page.getByTestId("several")).toContainText("2개 선택됨");
    const open = page.getByRole("checkbox", { name: /퍼블릭/ });
    await open.focus();
    await page.keyboard.press("Space");
    const turned = page.getByRole("switch", { name: "퍼블릭: 인터넷 게이트웨이로 라우팅", exact: true });
    await expect(turned).toHaveAttribute("aria-checked", "true");
    await expect(turned, "the keyboard stays").toBeFocused();
    const { parts } = await playground.design();
    expect(parts["app-a"].routes).toEqual(parts["pub-b"].routes);
    await playground.undoesTo(before);
  });
});
