import type { Page } from "@playwright/test";
import { axeOf, expect, test } from "./fixtures";
import { designIn } from "./links";
import { Playground } from "./playground";

test.use({ viewport: { width: 1440, height: 900 } });

/** Adds a part to the selection by a press. */
async function alsoSelect(page: Page, playground: Playground, id: string) {
  await page.keyboard.down("Shift");
  await playground.press(id);
  await page.keyboard.up("Shift");
  await expect(page.getByTestId("several")).toBeVisible();
}

/** Fails when axe finds something in the inspector; the rest of the page has its own tests. */
async function expectPanelAccessible(page: Page, look: string) {
  const axe = axeOf(page).include(".inspector-panel");
  // Other colours change nothing but the contrasts.
  const { violations } = await (look === "light" ? axe : axe.withRules(["color-contrast"])).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

/** Chooses colours in the menu. */
async function theme(page: Page, name: "system" | "light" | "dark" | "contrast") {
  await page.getByTestId("theme").click();
  await page.getByTestId(`theme-${name}`).click();
}

test("what is set on several is set on all of them as one step, and reset on all", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("app-a");
  await alsoSelect(page, playground, "pub-b");
  await expect(page.getByTestId("several")).toContainText("2 selected");
  await expect(page.getByTestId("several-kinds")).toHaveText("Subnet × 2");
  await expect(page.getByRole("textbox", { name: "CIDR block" })).toHaveAttribute("placeholder", "Mixed");

  const before = designIn(await playground.share()).parts;
  const open = page.getByRole("checkbox", { name: /Public/ });
  await expect(open).toHaveAttribute("aria-checked", "mixed");
  await open.click();
  const turned = page.getByRole("switch", { name: /Public/ });
  await expect(turned).toHaveAttribute("aria-checked", "true");
  let { parts } = designIn(await playground.share());
  expect(parts["app-a"].routes).toEqual(parts["pub-b"].routes);
  await page.keyboard.press("Control+z");
  await expect(open).toHaveAttribute("aria-checked", "mixed");
  await expect(playground.undo).toBeDisabled();
  expect(designIn(await playground.share()).parts).toEqual(before);

  await page.getByRole("button", { name: /: Reset to default/ }).click();
  await expect(turned).toHaveAttribute("aria-checked", "false");
  ({ parts } = designIn(await playground.share()));
  expect([parts["app-a"].routes ?? {}, parts["pub-b"].routes ?? {}]).toEqual([{}, {}]);
  await playground.undo.click();
  await expect(playground.undo).toBeDisabled();
});

test("several by keyboard: all are selected, and what has nothing in common says so", async ({ page, expectAccessible }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("users");
  await page.keyboard.press("Control+a");
  await expect(page.getByTestId("nothing-in-common")).toBeVisible();
  await expectAccessible();
  await page.getByTestId("remove-several").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".canvas-empty")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(playground.part("alb")).toBeVisible();
});

test("the history leads to any of its steps by mouse and by keyboard", async ({ page, expectAccessible }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await page.getByTestId("history").click();
  await expect(page.getByTestId("dialog-history")).toContainText("Nothing has been changed yet.");
  await page.keyboard.press("Escape");

  await playground.select("db");
  await page.getByTestId("part-name").fill("orders");
  await page.getByTestId("part-name").press("Tab");
  await playground.select("replica");
  await page.keyboard.press("Delete");
  await page.getByTestId("palette-ec2").click();

  await page.getByTestId("history").click();
  const steps = page.getByTestId("dialog-history").locator("ol button");
  await expect(steps).toHaveText([/^Add ec2\s*Now$/, "Remove replica", "Rename db to orders", "At the start"]);
  await expect(steps.first()).toBeFocused();
  await expectAccessible();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(steps.nth(2)).toHaveAttribute("aria-current", "step");
  await expect(page.locator("#announcements-in-dialog")).toHaveText("2 steps undone.");
  await expect(steps.nth(0)).toContainText("Undone");
  await steps.nth(3).click();
  await expect(playground.part("db")).not.toContainText("orders");
  await steps.nth(1).click();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("dialog-history")).toHaveCount(0);
  await expect(playground.part("replica")).toHaveCount(0);
  await expect(playground.part("db")).toContainText("orders");
  await expect(playground.part("ec2")).toHaveCount(0);
});

test("what runs and what can be knocked over stays beside the settings", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.seek(20);
  await playground.select("api");
  await playground.settings();
  await page.getByRole("textbox", { name: "CloudWatch delay" }).or(page.locator(".setting").last()).first().scrollIntoViewIfNeeded();
  await expect(page.getByTestId("part-state")).toBeInViewport();
  await page.getByTestId("strip-faults").locator("> summary").click();
  await page.getByTestId("fault-terminate-any").click();
  await expect(page.getByTestId("event-chip")).toHaveCount(1);
});

test("a group's processes are suspended from a list of their own", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.select("api");
  const launch = page.getByTestId("fault-suspend-Launch");
  await expect(launch).toBeHidden();
  await page.getByTestId("fault-suspensions").press("Enter");
  await launch.click();
  await expect.poll(async () => (await playground.log()).map((entry) => entry.sentence).join("\n")).toContain("Launch of api");
});

/** The row of the control with this name, and what it says of when it applies. */
function rowOf(page: Page, role: "textbox" | "combobox" | "switch", name: string) {
  const control = page.getByRole(role, { name, exact: true });
  const row = page.locator(".setting", { has: control });
  return { control, row, name: row.locator(".setting-name"), applies: row.locator("[id$='-applies']") };
}

test("a setting without effect rests and says what it waits for, until that is chosen by keyboard", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("users");
  await playground.settings();
  const think = rowOf(page, "textbox", "Think time");
  await expect(think.control).toBeDisabled();
  await expect(think.control, "its value is still read").toHaveValue("5");
  await expect(think.applies).toHaveText("Applies when Population is Closed.");
  await expect(think.name).toHaveAccessibleDescription("Applies when Population is Closed.");
  await think.name.press("Enter");
  await expect(think.row.locator(".explanation")).toBeVisible();

  const population = rowOf(page, "combobox", "Population");
  const shape = rowOf(page, "combobox", "Traffic shape");
  await expect(shape.control).toBeEnabled();
  await population.control.focus();
  await page.keyboard.press("ArrowDown");
  await expect(population.control).toHaveValue("closed");
  await expect(population.control, "the keyboard stays").toBeFocused();
  await expect(think.control).toBeEnabled();
  await expect(think.applies).toHaveCount(0);
  await expect(shape.control).toBeDisabled();
  await expect(shape.applies).toHaveText("Applies when Population is Open.");
  const other = rowOf(page, "textbox", "Other rate");
  await expect(other.name, "what depends on it waits for the same").toHaveAccessibleDescription("Applies when Population is Open.");
  await expect(other.applies, "which is shown once for a row of them").toHaveClass("visually-hidden");
  await expect(rowOf(page, "combobox", "Spacing").control, "think times are spaced as well").toBeEnabled();
  await expectPanelAccessible(page, "light");

  await think.control.fill("2");
  await think.control.press("Enter");
  await population.control.focus();
  await page.keyboard.press("ArrowUp");
  await expect(think.control).toBeDisabled();
  await expect(think.control).toHaveValue("2");
  await think.row.getByRole("button", { name: "Think time: Reset to default" }).press("Enter");
  await expect(think.control).toHaveValue("5");
});

test("what is wrong with a setting is mended where it is, even while it has no effect", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("cert-api");
  await playground.settings();
  const record = rowOf(page, "switch", "Validation record in DNS");
  await page.getByRole("combobox", { name: "Source", exact: true }).selectOption("imported");
  await expect(record.control).toBeDisabled();
  await expect(record.applies).toHaveText("Applies when Source is Issued by ACM.");
  const days = page.getByRole("textbox", { name: "Expires in" });
  await days.fill("0");
  await days.press("Enter");
  await expect(record.row.locator(".refusal")).toBeVisible();
  await expect(record.control).toBeEnabled();
  await expect(record.applies).toHaveCount(0);
});

test("nonsense is refused beside its field, and stays to be corrected", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("app-a");
  await playground.settings();
  const block = page.getByRole("textbox", { name: "CIDR block" });
  await block.fill("ten");
  await block.press("Enter");
  await expect(page.getByRole("alert")).toContainText("10.0.0.0/16");
  await expect(block).toHaveValue("ten");
  await expect(block).toHaveAccessibleDescription(/10\.0\.0\.0\/16/);
  await expect(playground.undo).toBeDisabled();
  await block.fill("10.0.30.0/24");
  await block.press("Enter");
  await expect(page.getByRole("alert")).toHaveCount(0);

  await playground.select("api");
  await playground.settings();
  const least = page.getByRole("textbox", { name: "Minimum capacity" });
  await least.fill("1,5");
  await least.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("This is not a number.");
  await least.fill("9");
  await least.press("Enter");
  await expect(page.locator(".setting", { hasText: "Desired capacity" }).locator(".refusal")).toBeVisible();

  await playground.pressNothing();
  await page.getByTestId("seed").fill("-5");
  await page.getByTestId("seed").press("Tab");
  await expect(page.getByTestId("seed")).toHaveValue("-5");
  await expect(page.getByRole("alert")).toBeVisible();
});

test("names with markup or written from the right are shown as they are", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("db");
  await page.getByTestId("part-name").fill("<b>שלום</b>");
  await page.getByTestId("part-name").press("Tab");
  await page.getByTestId("history").click();
  await expect(page.getByTestId("history-1")).toContainText("Rename db to <b>שלום</b>");
  await page.keyboard.press("Escape");
  await page.getByTestId("file").click();
  await page.getByTestId("open-outline").click();
  await expect(page.getByTestId("outline-db").locator("bdi").first()).toHaveText("<b>שלום</b>");
});

for (const look of ["light", "dark", "contrast"] as const) {
  test(`the inspector of every kind of part is accessible in ${look}`, async ({ page }) => {
    test.slow();
    const playground = new Playground(page);
    await playground.openPaused();
    await theme(page, look);
    const kinds = ["users", "dns", "cdn", "cert-api", "web", "alb", "api", "db", "replica", "seoul", "vpc", "az-a", "app-a"];
    const quiet = ["seoul", "vpc", "app-a"];
    for (const id of kinds) {
      await playground.select(id);
      await expect(playground.inspector).toHaveAttribute("data-part", id);
      // These have settings alone, and nothing to tell of now.
      if (look === "light" && !quiet.includes(id)) {
        await page.getByTestId("tab-now").click();
        await expectPanelAccessible(page, look);
      }
      await playground.settings();
      await page.locator(".setting-name").first().click();
      await expectPanelAccessible(page, look);
    }
    await alsoSelect(page, playground, "app-b");
    await expectPanelAccessible(page, look);
  });
}

test("high contrast is chosen and kept, and follows the system's wish", async ({ page, expectAccessible }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const root = page.locator("html");
  await expect(root).not.toHaveAttribute("data-contrast", /./);
  await theme(page, "contrast");
  await expect(root).toHaveAttribute("data-contrast", "light");
  await expectAccessible(["color-contrast", "color-contrast-enhanced"]);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(root).toHaveAttribute("data-contrast", "dark");
  await playground.select("alb");
  await expectAccessible(["color-contrast", "color-contrast-enhanced"]);
  await page.reload();
  await expect(root).toHaveAttribute("data-contrast", "dark");
  await theme(page, "system");
  await expect(root).not.toHaveAttribute("data-contrast", /./);
  await page.emulateMedia({ colorScheme: "light", contrast: "more" });
  await expect(root).toHaveAttribute("data-contrast", "light");
  await page.emulateMedia({ contrast: "no-preference", forcedColors: "active" });
  await expect(root).toHaveAttribute("data-contrast", "light");
});

test.describe("in Korean", () => {
  test.use({ locale: "ko-KR" });

  test("several selected and the history are Korean and accessible", async ({ page, expectAccessible }) => {
    const playground = new Playground(page);
    await playground.open();
    await page.getByTestId("palette-ec2").click();
    await alsoSelect(page, playground, "alb");
    await expect(page.getByTestId("several")).toContainText("2개 선택됨");
    await expectAccessible();
    await page.getByTestId("history").click();
    await expect(page.getByTestId("history-1")).toContainText("ec2 추가");
    await expectAccessible();
  });
});

test.describe("what a setting waits for, in Korean", () => {
  test.use({ locale: "ko-KR" });

  test("is a sentence of Korean", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    await playground.select("users");
    await playground.settings();
    const think = rowOf(page, "textbox", "생각 시간");
    await expect(think.control).toBeDisabled();
    await expect(think.applies).toHaveText("모집단이 폐쇄형일 때 적용됩니다.");
    await page.getByRole("combobox", { name: "모집단", exact: true }).selectOption("closed");
    await expect(think.control).toBeEnabled();
    await expect(rowOf(page, "combobox", "트래픽 형태").applies).toHaveText("모집단이 개방형일 때 적용됩니다.");
  });
});

test("a run and a part say what they cost, how that comes about and what the services promise together", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.seek(60);
  const cost = page.getByTestId("cost");
  await expect(cost).toContainText(/A month like this run\s*\$\d/);
  await expect(cost.locator(".cost-parts .metric").first(), "the dearest part comes first").toContainText("cdn");
  await expect(page.getByTestId("sla")).toContainText("1 h 58 min down a month");
  await playground.select("alb");
  const own = page.getByTestId("part-cost");
  await expect(own).toContainText("0.017 h × $0.0225");
  await expect(own.getByRole("link", { name: "PRC-07" })).toHaveAttribute("href", /elasticloadbalancing\/pricing/);
});
