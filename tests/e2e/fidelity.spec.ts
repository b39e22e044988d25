import { axeOf, expect, test } from "./fixtures";
import { Playground } from "./playground";

test.describe("the fidelity page", () => {
  test("runs self-tests beside the run and shows what was measured", async ({ page }) => {
    const playground = new Playground(page);
    await playground.open();
    await page.getByTestId("file").click();
    await page.getByTestId("open-fidelity").click();
    const dialog = page.getByTestId("dialog-fidelity");
    await expect(dialog).toBeVisible();
    const before = await page.getByTestId("clock").innerText();

    for (const id of ["target-detection", "hit-ratio"]) {
      const row = dialog.getByTestId(`self-test-${id}`);
      await row.getByRole("button", { name: /^Run/ }).click();
      await expect(row).toHaveAttribute("data-state", "pass", { timeout: 45_000 });
      await expect(row.locator(".self-test-measured")).toHaveText(/\d/);
    }
    await expect(dialog.getByTestId("self-test-summary")).toHaveText("2 of 2 passed");
    // The run behind it has gone on.
    await expect(page.getByTestId("clock")).not.toHaveText(before);

    const { violations } = await axeOf(page).include(".dialog-fidelity").analyze();
    expect(violations.map((violation) => violation.id)).toEqual([]);
  });

  test("can be cancelled, and runs again", async ({ page, complaints }) => {
    await new Playground(page).open();
    await page.keyboard.press("Control+k");
    await expect(page.getByTestId("command-search")).toBeFocused();
    await page.keyboard.type("accuracy");
    await page.keyboard.press("Enter");
    const run = page.getByTestId("run-self-tests");
    await run.click();
    await expect(page.locator(".self-test.running")).toHaveCount(1);
    await run.click();
    await expect(page.locator(".self-test.running")).toHaveCount(0);
    await run.click();
    await expect(page.locator(".self-test.running")).toHaveCount(1);
    // What a worker was fetching when it was cancelled is aborted.
    await page.goto("about:blank");
    complaints.forgive(/split_later\S* net::ERR_ABORTED/);
  });

  test("finds facts, and the inspector leads to them", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    await playground.part("api").click();
    await page.getByTestId("tab-settings").click();
    await page.getByRole("button", { name: "Health check grace period", exact: true }).click();
    await page.getByRole("button", { name: "All facts" }).click();
    const facts = page.getByTestId("fact");
    await expect(page.getByTestId("search-facts")).toHaveValue("ASG-27");
    await expect(facts).toHaveCount(1);
    await expect(facts.getByRole("link")).toHaveAttribute("href", /^https:\/\/docs\.aws\.amazon\.com\//);
    await page.getByTestId("search-facts").fill("");
    await page.getByTestId("filter-facts").selectOption("assumed");
    await expect(facts.first().locator(".status")).toHaveText("Assumed");
    const { violations } = await axeOf(page).include(".dialog-fidelity").analyze();
    expect(violations.map((violation) => violation.id)).toEqual([]);
    await page.keyboard.press("ArrowLeft");
    await page.getByTestId("fidelity-tab-facts").press("ArrowLeft");
    await expect(page.getByTestId("fidelity-tab-model")).toBeFocused();
    await expect(page.getByRole("heading", { name: "Simplified" })).toBeVisible();
  });
});

test("a fix mends its problem as one step that can be taken back", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.part("cdn").click();
  await page.getByTestId("tab-settings").click();
  const mapping = page.getByRole("switch", { name: "SPA error page" });
  await mapping.click();
  await expect(page.getByTestId("problem-count")).toHaveText("1");
  await page.getByTestId("problems").click();
  const fix = page.locator(".problems-panel").getByTestId("fix");
  await expect(fix).toHaveCount(1);
  await fix.click();
  await expect(page.getByTestId("problem-count")).toHaveText("0");
  await expect(page.getByTestId("problems")).toBeFocused();
  await expect(mapping).toHaveAttribute("aria-checked", "true");
  await playground.undo.click();
  await expect(page.getByTestId("problem-count")).toHaveText("1");
  await expect(mapping).toHaveAttribute("aria-checked", "false");
});
