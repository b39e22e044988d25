import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { designIn } from "./links";
import { Playground } from "./playground";

test.use({ viewport: { width: 1440, height: 900 } });

async function openOutline(page: Page) {
  await page.getByTestId("file").click();
  await page.getByTestId("open-outline").click();
  await expect(page.getByTestId("outline-tree")).toBeVisible();
}

async function closeOutline(page: Page) {
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("dialog-outline")).toHaveCount(0);
}

test("by keyboard alone the tree is walked, a part renamed and removed, and all of it undone", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await page.getByTestId("file").focus();
  await page.keyboard.press("Enter");
  const entry = page.getByTestId("open-outline");
  for (let presses = 0; presses < 8 && !(await entry.evaluate((item) => item === document.activeElement)); presses += 1) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  const tree = page.getByTestId("outline-tree");
  const items = tree.getByRole("treeitem");
  await expect(items.first()).toBeFocused();
  const count = await items.count();

  await page.keyboard.press("ArrowDown");
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.getByTestId("outline-seoul")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByTestId("outline-seoul")).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("ArrowRight");
  await expect(items).toHaveCount(count);

  while (!(await page.getByTestId("outline-replica").evaluate((item) => item === document.activeElement))) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(page.getByTestId("outline-details")).toHaveAttribute("data-part", "replica");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name" }).last()).toBeFocused();
  await page.keyboard.type("reader");
  await page.keyboard.press("Enter");
  await expect(page.locator("#announcements-in-dialog")).toHaveText("Renamed replica to reader.");
  await expect(page.getByTestId("outline-replica")).toHaveAccessibleName(/^reader, Read replica, in Subnet data-b/);

  await page.getByTestId("outline-replica").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByTestId("outline-data-b")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await expect(page.getByTestId("outline-replica")).toHaveCount(0);
  await expect(page.locator("#announcements-in-dialog")).toHaveText("Removed reader.");
  await expect(tree.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(page.getByTestId("outline-replica")).toBeVisible();
  await page.keyboard.press("Control+z");
  await closeOutline(page);
  await expect(playground.undo).toBeDisabled();
});

test("a part is moved, connected, disconnected and added, each as one step", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await openOutline(page);
  await page.getByTestId("outline-replica").click();
  await page.getByLabel("Inside", { exact: true }).selectOption({ label: "Subnet data-a" });
  await expect(page.locator("#announcements-in-dialog")).toHaveText("Moved replica into Subnet data-a.");

  await page.getByTestId("outline-remove-w7").click();
  await expect(page.getByTestId("outline-remove-w7")).toHaveCount(0);
  await page.getByTestId("outline-connect-to").selectOption("api");
  await page.getByTestId("outline-connect").click();
  await expect(page.locator("#announcements-in-dialog")).toHaveText("Wired api to replica.");

  await page.getByTestId("outline-app-a").click();
  await page.getByTestId("outline-add-app-a").getByRole("combobox").selectOption("ec2");
  await page.getByTestId("outline-add-app-a").getByRole("button", { name: "Add" }).click();
  await expect(page.getByTestId("outline-ec2")).toBeFocused();

  await page.getByTestId("outline-api").click();
  await page.getByTestId("outline-details").getByRole("checkbox", { name: /data-a/ }).check();
  await page.getByTestId("outline-show").click();
  await expect(playground.inspector).toHaveAttribute("data-part", "api");

  const { parts, wires } = designIn(await playground.share());
  expect(parts.replica.in).toBe("data-a");
  expect(parts.ec2.in).toBe("app-a");
  expect(parts.api.subnets).toContain("data-a");
  expect(Object.values<{ from: string; to: string }>(wires).filter((wire) => wire.to === "replica")).toHaveLength(1);
  for (let steps = 5; steps > 0; steps -= 1) {
    await expect(playground.undo).toBeEnabled();
    await playground.undo.click();
  }
  await expect(playground.undo).toBeDisabled();
});

test("the text is changed and applied as one step; an error loses nothing", async ({ page, expectAccessible }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await openOutline(page);
  await page.getByTestId("outline-as-text").click();
  const text = page.getByRole("textbox", { name: "The design as JSON" });
  const before = await text.inputValue();
  await text.fill(`${before.slice(0, 40)} oops`);
  await page.getByTestId("text-apply").click();
  await expect(page.getByTestId("text-refusal")).toContainText("JSON");
  await expect(text).toHaveValue(`${before.slice(0, 40)} oops`);
  await expectAccessible();

  const changed = JSON.parse(before);
  changed.name = "Written by hand";
  changed.parts.db.name = "orders";
  await text.fill(JSON.stringify(changed));
  await closeOutline(page);
  await openOutline(page);
  await page.getByTestId("outline-as-text").click();
  await expect(text, "what was typed is kept").toHaveValue(JSON.stringify(changed));
  await page.getByTestId("text-apply").click();
  await expect(page.getByTestId("text-note")).toHaveText("The text was applied to the design.");
  await closeOutline(page);
  await expect(page.getByTestId("design-name")).toHaveValue("Written by hand");
  await expect(playground.part("db")).toContainText("orders");
  await playground.undo.click();
  await expect(playground.part("db")).not.toContainText("orders");
  await expect(playground.undo).toBeDisabled();
});

for (const look of ["light", "dark", "contrast"] as const) {
  test(`the outline is accessible in ${look}`, async ({ page, expectAccessible }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    await page.getByTestId("theme").click();
    await page.getByTestId(`theme-${look}`).click();
    await openOutline(page);
    await expectAccessible();
    for (const id of ["alb", "vpc", "users"]) {
      await page.getByTestId(`outline-${id}`).click();
      await expectAccessible();
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible();
    await page.getByTestId("outline-as-text").click();
    await expectAccessible();
  });
}

test.describe("in Korean", () => {
  test.use({ locale: "ko-KR" });

  test("the outline is Korean and accessible", async ({ page, expectAccessible }) => {
    const playground = new Playground(page);
    await playground.open();
    await openOutline(page);
    await page.getByTestId("outline-alb").click();
    await expect(page.getByTestId("outline-alb")).toHaveAccessibleName(/VPC vpc 안/);
    await expect(page.getByTestId("outline-details")).toContainText("연결");
    await expectAccessible();
  });
});
