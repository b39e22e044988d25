import { expect, test } from "./fixtures";
import { Playground } from "./playground";

test("the same design with other seeds: a spread, then the run of one of them", async ({ page, expectAccessible }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await page.getByTestId("duration").fill("60");
  await page.getByTestId("duration").press("Enter");
  await page.getByTestId("compare-seeds").click();
  const dialog = page.getByRole("dialog", { name: "Other seeds" });
  await dialog.getByTestId("seeds-count").selectOption("10");
  await dialog.getByTestId("seeds-run").click();
  await expect(dialog.getByTestId("seeds-state")).toHaveText("10 of 10", { timeout: 45_000 });

  const spread = dialog.getByTestId("seeds-spread").getByRole("row", { name: /Success rate/ });
  await expect(spread.getByRole("cell")).toHaveText(["100 %", "100 %", "100 %"]);
  // The page's own seed is 7, so the others are 1 to 11 without it.
  const seeds = await dialog.locator("[data-testid^=seed-]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-testid")));
  expect(seeds).toEqual([1, 2, 3, 4, 5, 6, 8, 9, 10, 11].map((seed) => `seed-${seed}`));
  await expectAccessible();

  await dialog.getByRole("button", { name: "Open 3", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByTestId("seed")).toHaveValue("3");
});

test("a comparison can be cancelled and keeps what it has", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("chance");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Other seeds" });
  await dialog.getByTestId("seeds-count").selectOption("100");
  await dialog.getByTestId("seeds-run").click();
  await expect(dialog.getByTestId("seeds-state")).toHaveText(/^[1-9]\d? of 100$/, { timeout: 45_000 });
  await dialog.getByTestId("seeds-run").click();
  await expect(dialog.getByTestId("seeds-state")).toHaveText(/^(\d+) of \1$/);
  await expect(dialog.getByTestId("seeds-run")).toHaveText("Run");
});
