import { expect, test } from "./fixtures";
import { Playground, boxOf } from "./playground";

for (const [locale, colorScheme] of [["en-US", "light"], ["ko-KR", "dark"]] as const) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ viewport: { width: 1024, height: 768 }, locale, colorScheme });

    test("on a small laptop all of a design is seen, and nothing lies over anything else", async ({ page, expectAccessible }) => {
      const playground = new Playground(page);
      await playground.open();
      const canvas = await boxOf(playground.canvas);
      for (const part of ["cdn", "cert-cdn", "replica"]) {
        const card = await boxOf(playground.part(part).locator(".card-ground"));
        expect(card.x >= canvas.x && card.x + card.width <= canvas.x + canvas.width, `${part} is in the canvas`).toBe(true);
      }
      const toolbar = page.locator(".toolbar");
      expect(await toolbar.evaluate((bar) => bar.scrollWidth - bar.clientWidth), "the bar is as wide as the window").toBe(0);
      const [offer, zoom] = [await boxOf(page.getByTestId("tour-offer")), await boxOf(page.locator(".canvas-controls"))];
      expect(offer.y + offer.height <= zoom.y || offer.x + offer.width <= zoom.x, "the tour is offered beside the zoom").toBe(true);
      for (const legend of await page.locator(".chart .legend").all()) {
        expect(await legend.evaluate((list) => list.scrollWidth - list.clientWidth), "a chart's key has room").toBeLessThanOrEqual(0);
      }
      await expectAccessible();
    });
  });
}
