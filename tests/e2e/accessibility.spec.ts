import { rootAddress } from "./addresses";
import { expect, test } from "./fixtures";
import { Playground } from "./playground";

for (const scheme of ["light", "dark"] as const) {
  // Other colours change nothing but the contrasts.
  const rules = scheme === "light" ? undefined : ["color-contrast"];
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });

    test("the first screen, a selected part, its settings and a refusal are accessible", async ({
      page,
      expectAccessible,
    }) => {
      const playground = new Playground(page);
      await playground.open();
      await playground.seek(5);
      await page.getByRole("button", { name: /Power off a zone/ }).click();
      await playground.seek(100);
      await expectAccessible(rules);
      await playground.select("api");
      await expectAccessible(rules);
      await playground.settings();
      await page.locator(".setting-name").first().click();
      await page.getByRole("textbox", { name: "Desired capacity" }).fill("many");
      await page.getByRole("textbox", { name: "Desired capacity" }).press("Enter");
      await expect(page.getByRole("alert")).toBeVisible();
      await expectAccessible(rules);
    });

    test("the error banner, menus and the timeline's event are accessible", async ({ page, expectAccessible }) => {
      const playground = new Playground(page);
      await playground.openPaused(`${rootAddress}#d1=AAAA`);
      await expect(playground.banners).toBeVisible();
      await expectAccessible(rules);
      await page.getByRole("button", { name: /Five times the traffic/ }).click();
      await page.getByTestId("event-chip").click();
      await page.getByRole("button", { name: "Share", exact: true }).click();
      await expectAccessible(rules);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "File", exact: true }).click();
      await expectAccessible(rules);
    });

    test("a wire, an empty design and what is wrong with one are accessible", async ({ page, expectAccessible }) => {
      const playground = new Playground(page);
      await playground.openPaused();
      await playground.selectWire("w5");
      await expectAccessible(rules);
      await playground.select("cert-api");
      await page.keyboard.press("Delete");
      await page.getByTestId("problems").click();
      await expectAccessible(rules);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "File", exact: true }).click();
      await page.getByRole("button", { name: "New design" }).click();
      await expect(page.locator(".canvas-empty")).toBeVisible();
      await expectAccessible(rules);
    });

    test("on a phone, every sheet is accessible", async ({ page, expectAccessible }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const playground = new Playground(page);
      await playground.openPaused();
      await expectAccessible(rules);
      for (const tab of ["Blocks", "Inspector", "Log", "Charts"]) {
        await page.getByRole("navigation").getByRole("button", { name: tab }).click();
        await expectAccessible(rules);
      }
    });
  });
}

test.describe("in Korean", () => {
  test.use({ locale: "ko-KR" });

  test("the first screen and a selected part are accessible", async ({ page, expectAccessible }) => {
    const playground = new Playground(page);
    await playground.open();
    await expectAccessible();
    await playground.select("db");
    await expectAccessible();
  });
});
