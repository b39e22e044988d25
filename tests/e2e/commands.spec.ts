import { expect, test } from "./fixtures";
import { designIn, linkTo } from "./links";
import { Playground } from "./playground";
import { rootAddress } from "./addresses";

test.use({ viewport: { width: 1440, height: 900 } });

test("a command is found by typing and run by Enter", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("alb");
  await page.keyboard.press("Control+k");
  const search = page.getByTestId("command-search");
  await expect(search).toBeFocused();
  await search.fill("dupl");
  await expect(page.getByTestId("dialog-commands").getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("dialog-commands")).toHaveCount(0);
  await expect(playground.part("alb-2")).toBeVisible();
  await page.getByRole("button", { name: "Undo paste" }).click();
  await expect(playground.part("alb-2")).toHaveCount(0);
});

test("a fault is a command too", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.keyboard.press("Control+k");
  await page.getByTestId("command-search").fill("power ap-northeast-2a");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("log")).toContainText("ap-northeast-2a");
});

test("the palette of commands says when nothing goes by that name, and Escape closes it", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await page.keyboard.press("Control+k");
  await page.getByTestId("command-search").fill("<b>no such thing</b>");
  await expect(page.getByText("Nothing goes by that name.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("dialog-commands")).toHaveCount(0);
});

for (const [locale, colours] of [
  ["en-US", "light"],
  ["ko-KR", "dark"],
] as const) {
  test.describe(`${locale}, ${colours}`, () => {
    test.use({ locale, colorScheme: colours });

    test("the commands and the list of keys are accessible", async ({ page, expectAccessible }) => {
      const playground = new Playground(page);
      await playground.open();
      await page.keyboard.press("Control+k");
      await expect(page.getByTestId("command-search")).toBeFocused();
      await expectAccessible();
      await page.keyboard.press("Escape");
      await expect(page.getByTestId("dialog-commands")).toHaveCount(0);
      await page.keyboard.press("?");
      await expect(page.getByTestId("dialog-shortcuts")).toBeVisible();
      await expect(page.locator(".shortcut").first()).toBeVisible();
      await expectAccessible();
    });
  });
}

test("parts are lined up and spaced evenly by keys, each as one step", async ({ page }) => {
  const playground = new Playground(page);
  const users = (at: [number, number]) => ({ kind: "users", at });
  const parts = { a: users([0, 0]), b: users([250, 90]), c: users([600, 30]) };
  await playground.openPaused(rootAddress + linkTo({ ninepins: 1, engine: 1, parts }));
  await playground.select("a");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Alt+w");
  await expect(page.getByRole("button", { name: "Undo arrangement" })).toBeEnabled();
  await page.keyboard.press("Alt+Shift+h");
  const arranged = designIn(await playground.share()).parts;
  expect([arranged.a.at ?? [0, 0], arranged.b.at, arranged.c.at]).toEqual([[0, 0], [300, 0], [600, 0]]);
  await playground.undo.click();
  await playground.undo.click();
  const back = designIn(await playground.share()).parts;
  expect([back.a.at ?? [0, 0], back.b.at, back.c.at]).toEqual([[0, 0], [250, 90], [600, 30]]);
});

test("tidying leaves what is in order, and lays out anew as one step what is not", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const example = designIn(await playground.share());
  await page.keyboard.press("Alt+Shift+t");
  await expect(page.getByTestId("canvas-notice")).toHaveText("Everything is in order already.");
  await expect(playground.undo).toBeDisabled();
  example.parts.users.at = [1200, 40];
  await playground.openPaused(rootAddress + linkTo(example));
  const before = designIn(await playground.share());
  await page.keyboard.press("Alt+Shift+t");
  await expect(page.getByRole("button", { name: "Undo arrangement" })).toBeEnabled();
  const after = designIn(await playground.share());
  expect(after.parts.users.at[0]).toBeLessThan(after.parts.dns.at[0]);
  expect(after.parts.dns.at[0]).toBeLessThan(after.parts.seoul.at[0]);
  expect(after.parts.vpc, "what lies in a Region that is in order stays").toEqual(before.parts.vpc);
  await page.keyboard.press("Control+z");
  expect(designIn(await playground.share())).toEqual(before);
});

test("the view goes to the selection and back to everything", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const level = page.getByTestId("zoom-level");
  const fitted = await level.innerText();
  await playground.select("alb");
  await page.keyboard.press("Shift+2");
  await expect(level).not.toHaveText(fitted);
  await expect(page.getByTestId("minimap"), "the rest lies outside").toBeVisible();
  await page.keyboard.press("Shift+1");
  await expect(level).toHaveText(fitted);
  await expect(page.getByTestId("minimap")).toHaveCount(0);
});

test("pressing the minimap shows that part of the design", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("users");
  await page.keyboard.press("Shift+2");
  const map = page.getByTestId("minimap");
  await expect(map).toBeVisible();
  const before = await playground.part("replica").boundingBox();
  await map.click({ position: { x: 150, y: 80 } });
  const after = await playground.part("replica").boundingBox();
  expect(after?.x).toBeLessThan(before?.x ?? 0);
});

test("commands and keys are found in the file's menu, and tidying beside the zoom", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  for (const name of ["commands", "shortcuts"]) {
    await page.getByTestId("file").click();
    await page.getByTestId(`open-${name}`).click();
    await expect(page.getByTestId(`dialog-${name}`)).toBeVisible();
    await page.keyboard.press("Escape");
  }
  await page.getByTestId("tidy").click();
  await expect(page.getByTestId("canvas-notice")).toHaveText("Everything is in order already.");
});

test("Escape lets go of the selection after a button beside the canvas was pressed", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("alb");
  await expect(page.getByTestId("selection-bar")).toBeVisible();
  await page.getByTestId("zoom-in").click();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("selection-bar")).toHaveCount(0);
});
