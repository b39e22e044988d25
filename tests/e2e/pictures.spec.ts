import { test } from "./fixtures";
import { Playground } from "./playground";

const screens = [
  { name: "1440x900", size: { width: 1440, height: 900 } },
  { name: "390x844", size: { width: 390, height: 844 } },
];
const looks = [
  { scheme: "light", locale: "en" },
  { scheme: "dark", locale: "ko" },
  { scheme: "dark", locale: "en" },
  { scheme: "light", locale: "ko" },
] as const;

/** Pictures to look at; nothing is compared. */
for (const { scheme, locale } of looks) {
  test.describe(`${scheme}, ${locale}`, () => {
    test.use({ colorScheme: scheme, locale });

    for (const { name, size } of screens) {
      test(`a picture of the first screen and of a dark zone at ${name}`, async ({ page }) => {
        await page.setViewportSize(size);
        const playground = new Playground(page);
        const path = (what: string) => `test-results/pictures/${what}-${scheme}-${locale}-${name}.png`;
        await playground.open();
        await page.waitForTimeout(1_500);
        await page.screenshot({ path: path("first") });
        if (size.width > 900) {
          await page.getByTestId("try-zone").click();
          await page.getByTestId("speed-60").click();
          await page.waitForTimeout(1_500);
          await page.screenshot({ path: path("outage") });
        }
      });
    }
  });
}
