import { expect, test } from "./fixtures";
import { designIn } from "./links";
import { Playground, boxOf } from "./playground";

test.use({ viewport: { width: 1440, height: 900 } });

test("a part is renamed in place, and markup in its name is shown as it is", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const { x, y } = await playground.grab("db");
  await page.mouse.dblclick(x, y);
  const editor = page.getByTestId("name-editor");
  await expect(editor).toBeFocused();
  await editor.fill("<b>주문</b>");
  await page.keyboard.press("Enter");
  await expect(playground.part("db")).toContainText("<b>");
  expect(designIn(await playground.share()).parts.db.name).toBe("<b>주문</b>");
  await playground.part("db").focus();
  await page.keyboard.press("F2");
  await editor.fill("never mind");
  await page.keyboard.press("Escape");
  expect(designIn(await playground.share()).parts.db.name).toBe("<b>주문</b>");
});

test("a note takes its words at once and keeps them in the link, and the run goes on", async ({ page, expectAccessible }) => {
  const playground = new Playground(page);
  await playground.open();
  await expect.poll(() => playground.now()).toBeGreaterThan(5);
  await page.getByTestId("palette-note").click();
  const editor = page.getByTestId("name-editor");
  await expect(editor).toBeFocused();
  await editor.fill("Watch the standby.\nIt takes over.");
  await page.keyboard.press("Control+Enter");
  await expect(playground.part("note")).toContainText("Watch the standby.");
  expect(await playground.now(), "a note changes no run").toBeGreaterThan(5);
  expect(designIn(await playground.share()).parts.note.text).toBe("Watch the standby.\nIt takes over.");
  await expectAccessible();
});

test("a frame goes around the selection and takes it along", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("dns");
  await page.keyboard.down("Shift");
  await playground.press("cdn");
  await page.keyboard.up("Shift");
  await page.getByTestId("palette-frame").click();
  await page.getByTestId("name-editor").fill("Edge");
  await page.keyboard.press("Enter");
  await expect(playground.part("frame")).toContainText("Edge");
  const before = designIn(await playground.share()).parts;
  const title = await boxOf(playground.part("frame").locator(".frame-title"));
  const from = { x: title.x + 10, y: title.y + 5 };
  await playground.drag(from, { x: from.x, y: from.y + 64 });
  const after = designIn(await playground.share()).parts;
  expect(after.dns.at[1] - before.dns.at[1]).toBeGreaterThan(30);
  expect(after.cdn.at[1] - before.cdn.at[1]).toBe(after.dns.at[1] - before.dns.at[1]);
});

test("a collapsed container sums up what is in it, and opens as it was", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const before = designIn(await playground.share());
  await playground.select("vpc");
  await page.keyboard.press("c");
  await expect(playground.part("vpc")).toHaveAttribute("data-collapsed", "true");
  await expect(playground.part("vpc")).toContainText("blocks");
  await expect(playground.part("alb")).toHaveCount(0);
  await page.keyboard.press("c");
  await expect(playground.part("alb")).toBeVisible();
  expect(designIn(await playground.share())).toEqual(before);
});

test("a wire is labelled, bent, straightened and led to another part", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.selectWire("w5");
  await page.keyboard.press("F2");
  await page.getByTestId("name-editor").fill("health on /up");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("wire-w5")).toContainText("health on /up");

  const grips = page.getByTestId("wire-grips");
  const bend = await boxOf(grips.locator(".bend"));
  const middle = { x: bend.x + bend.width / 2, y: bend.y + bend.height / 2 };
  await page.mouse.dblclick(middle.x, middle.y);
  await page.keyboard.type("health on /ok");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("wire-w5"), "its handle is no obstacle").toContainText("health on /ok");
  expect(designIn(await playground.share()).wires.w5.bend, "a click bends nothing").toBeUndefined();
  await playground.drag(middle, { x: middle.x + 70, y: middle.y });
  expect(designIn(await playground.share()).wires.w5.bend[0]).toBeGreaterThan(40);
  await page.getByTestId("straighten").click();
  expect(designIn(await playground.share()).wires.w5.bend).toBeUndefined();

  await playground.selectWire("w6");
  const end = await boxOf(grips.locator(".handle").nth(1));
  const box = await boxOf(playground.part("users").locator(".card-ground"));
  await playground.drag(
    { x: end.x + end.width / 2, y: end.y + end.height / 2 },
    { x: box.x + box.width / 2, y: box.y + box.height / 2 },
  );
  await expect(page.getByTestId("canvas-notice"), "the reason is said").toBeVisible();
  expect(designIn(await playground.share()).wires.w6.to).toBe("db");
});

test("guides show where a part meets its neighbours", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const from = await playground.grab("users");
  const beside = await playground.grab("api");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 10, { steps: 3 });
  await page.mouse.move(from.x, beside.y + 2, { steps: 6 });
  await expect(page.locator(".guide").first()).toBeAttached();
  await page.mouse.up();
  await expect(page.locator(".guide")).toHaveCount(0);
  const [one, other] = [await boxOf(playground.part("users")), await boxOf(playground.part("api"))];
  expect(Math.abs(one.y - other.y)).toBeLessThan(1);
});

test("members dragged into another subnet of the VPC live there from then on", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const member = page.locator('[data-member="api/1"]');
  await expect(member).toBeVisible();
  await playground.pause();
  const from = await boxOf(member);
  const to = await boxOf(playground.part("data-a").locator(".container-frame"));
  await playground.drag(
    { x: from.x + 40, y: from.y + from.height / 2 },
    { x: to.x + to.width / 2, y: to.y + to.height * 0.7 },
  );
  expect(designIn(await playground.share()).parts.api.subnets).toEqual(["data-a", "app-b"]);
});

test("Escape keeps what was written in a note, which becomes as high as it needs in one step", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await page.getByTestId("palette-note").click();
  await page.getByTestId("name-editor").fill("one\ntwo\nthree\nfour\nfive\nsix");
  await page.keyboard.press("Escape");
  await expect(playground.part("note").locator("tspan")).toHaveText(["one", "two", "three", "four", "five", "six"]);
  const { note } = designIn(await playground.share()).parts;
  expect([note.text, note.size]).toEqual(["one\ntwo\nthree\nfour\nfive\nsix", [192, 112]]);
  await playground.undo.click();
  const before = designIn(await playground.share()).parts.note;
  expect([before.text ?? "", before.size]).toEqual(["", [192, 88]]);
});

test("a note made smaller than its text says that there is more", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await page.getByTestId("palette-note").click();
  await page.getByTestId("name-editor").fill("one\ntwo\nthree\nfour\nfive\nsix");
  await page.keyboard.press("Escape");
  await expect(playground.part("note")).toBeFocused();
  for (let presses = 0; presses < 9; presses += 1) {
    await page.keyboard.press("Alt+Shift+ArrowUp");
  }
  await expect(playground.part("note").locator("tspan")).toHaveText(["one…"]);
});

test("copies pasted without moving the mouse lie beside each other, and so do duplicates", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("dns");
  await page.keyboard.press("Control+c");
  for (const copy of ["dns-2", "dns-3", "dns-4"]) {
    await page.keyboard.press("Control+v");
    await expect(playground.part(copy)).toBeVisible();
  }
  await page.keyboard.press("Control+d");
  await expect(playground.part("dns-5")).toBeVisible();
  const boxes = await Promise.all(
    ["users", "cdn", "dns", "dns-2", "dns-3", "dns-4", "dns-5"].map((id) => boxOf(playground.part(id).locator(".card-ground"))),
  );
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const apart =
        one.x + one.width <= other.x ||
        other.x + other.width <= one.x ||
        one.y + one.height <= other.y ||
        other.y + other.height <= one.y;
      expect(apart, JSON.stringify([one, other])).toBe(true);
    }
  }
});
