import { expect, test } from "./fixtures";
import { designIn } from "./links";
import { EMPTY, Playground, boxOf } from "./playground";

test.use({ viewport: { width: 1440, height: 900 }, permissions: ["clipboard-read", "clipboard-write"] });

function kinds(design: { parts: Record<string, { kind: string }> }): string[] {
  return Object.values(design.parts)
    .map((part) => part.kind)
    .sort();
}

test("a block that lacks its containers comes with them, in one step", async ({ page, expectAccessible }) => {
  const playground = new Playground(page);
  await playground.openPaused(EMPTY);
  await page.getByTestId("palette-alb").click();
  const offer = page.getByTestId("offer");
  await expect(offer).toContainText("spans zones");
  await expectAccessible();
  await page.getByTestId("offer-yes").click();
  await expect(playground.part("alb")).toBeVisible();
  const design = designIn(await playground.share());
  expect(kinds(design)).toEqual(["alb", "az", "az", "region", "subnet", "subnet", "subnet", "subnet", "vpc"]);
  expect(design.parts.alb.subnets).toHaveLength(2);
  await playground.undo.click();
  await expect(page.locator("[data-part]")).toHaveCount(0);
});

test("a new VPC asks once for a network of two zones, and one undo takes back both", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused(EMPTY);
  await page.getByTestId("palette-region").click();
  await page.getByTestId("palette-vpc").click();
  await page.getByTestId("offer-yes").click();
  await expect(page.locator('[data-kind="subnet"][data-part]')).toHaveCount(4);
  await expect(page.getByTestId("offer")).toHaveCount(0);
  await playground.undo.click();
  await expect(page.locator("[data-part]")).toHaveCount(1);
});

test("what comes next is offered by the key, and comes wired", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused(EMPTY);
  await page.getByTestId("palette-users").click();
  await playground.part("users").focus();
  await page.keyboard.press("n");
  await expect(page.getByTestId("next-route53")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("next-alb")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(playground.part("alb")).toBeVisible();
  const design = designIn(await playground.share());
  expect(Object.values(design.wires)).toEqual([{ from: "users", to: "alb" }]);
});

test("a wire let go over nothing offers what can follow", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("alb");
  const box = await boxOf(playground.part("alb").locator(".card-ground"));
  const handle = { x: box.x + box.width / 2, y: box.y };
  await playground.drag(handle, { x: handle.x + 30, y: handle.y - 45 });
  await page.getByTestId("next-asg").click();
  await expect(playground.part("asg")).toBeVisible();
  const wires = Object.values<{ from: string; to: string }>(designIn(await playground.share()).wires);
  expect(wires.some((wire) => wire.from === "alb" && wire.to === "asg")).toBe(true);
});

test("copied blocks are pasted into another tab, with the wires between them", async ({ page, context }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("seoul");
  await page.keyboard.press("Control+c");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(text).parts.vpc.kind, "the text is a document").toBe("vpc");

  const other = new Playground(await context.newPage());
  await other.openPaused(EMPTY);
  await other.canvas.hover();
  await other.page.keyboard.press("Control+v");
  await expect(other.part("alb")).toBeVisible();
  const design = designIn(await other.share());
  expect(design.parts.alb.subnets).toEqual(["pub-a", "pub-b"]);
  expect(Object.keys(design.wires)).toHaveLength(3);
});

test("cut blocks are gone until they are pasted", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("users");
  await page.keyboard.press("Control+x");
  await expect(playground.part("users")).toHaveCount(0);
  await page.keyboard.press("Control+v");
  await expect(playground.part("users")).toBeVisible();
});

for (const [what, text, said] of [
  ["prose", "Dear all, the meeting is at ten.", "no blocks of Ninepins"],
  ["markup", "<img src=x onerror=\"document.title='owned'\">", "no blocks of Ninepins"],
  ["a document of a newer version", '{"ninepins": 99, "parts": {}}', "newer"],
] as const) {
  test(`pasting ${what} is refused with a reason, and the design stays`, async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    const before = designIn(await playground.share());
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await playground.select("users");
    await page.keyboard.press("Control+v");
    await expect(playground.banners).toContainText(said);
    expect(designIn(await playground.share())).toEqual(before);
    expect(await page.title()).not.toContain("owned");
  });
}

test("a file dropped on the page opens, and one that is none is refused", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.dropFile("notes.txt", "not a design");
  await expect(playground.banners).toBeVisible();
  await expect(playground.part("alb")).toBeVisible();
  await playground.dropFile("one.json", JSON.stringify({ ninepins: 1, engine: 1, parts: { solo: { kind: "users" } } }));
  await expect(playground.part("solo")).toBeVisible();
  await expect(playground.part("alb")).toHaveCount(0);
});

test("two thousand parts open, and one more is refused", async ({ page }) => {
  test.slow();
  const playground = new Playground(page);
  const parts = Object.fromEntries(
    Array.from({ length: 2000 }, (_, number) => [
      `n${number}`,
      { kind: "note", at: [(number % 50) * 200, Math.floor(number / 50) * 100] },
    ]),
  );
  await playground.openPaused(EMPTY);
  await page.getByTestId("file-input").setInputFiles({
    name: "many.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ ninepins: 1, engine: 1, parts })),
  });
  await expect(playground.part("n1999")).toHaveCount(1, { timeout: 60_000 });
  const more = { ...parts, extra: { kind: "note" } };
  await page.getByTestId("file-input").setInputFiles({
    name: "more.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ ninepins: 1, engine: 1, parts: more })),
  });
  await expect(playground.banners).toContainText("too many blocks");
  await expect(playground.part("n1999")).toHaveCount(1);
});

test("a word typed letter by letter into the palette's search stays there, and finds its block", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open(EMPTY);
  const search = page.getByTestId("palette-search");
  await search.click();
  await page.keyboard.type("load balancer", { delay: 20 });
  await expect(search).toHaveValue("load balancer");
  await expect(search).toBeFocused();
  await expect(page.getByTestId("palette").locator("li").first()).toContainText("Load balancer (ALB)");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await expect(search).toBeFocused();
  await expect(page.getByTestId("palette").locator("li").first()).toContainText("Users");
});

test("a block dragged where it has nothing to lie in is no mistake: what it needs is offered", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused(EMPTY);
  const block = await playground.block("alb");
  const canvas = await boxOf(playground.canvas);
  await page.mouse.move(block.x, block.y);
  await page.mouse.down();
  await page.mouse.move(canvas.x + 300, canvas.y + 200, { steps: 6 });
  await expect(page.getByTestId("canvas-notice")).toHaveText("Let go: what it needs can come with it.");
  await expect(page.getByTestId("ghost")).not.toHaveClass(/refused/);
  await page.mouse.up();
  await expect(page.getByTestId("offer")).toBeVisible();
});
