import { expect, test } from "./fixtures";
import { designIn, linkTo } from "./links";
import { Playground, boxOf } from "./playground";
import { rootAddress } from "./addresses";

test.use({ viewport: { width: 1440, height: 900 } });

const row = {
  ninepins: 1,
  engine: 1,
  parts: {
    users: { kind: "users", at: [0, 0] },
    between: { kind: "users", at: [260, 0] },
    dns: { kind: "route53", at: [520, 0] },
  },
  wires: { w1: { from: "users", to: "dns" } },
};

test("a wire to a card of the same row passes beside the card between them", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused(rootAddress + linkTo(row));
  const card = await boxOf(playground.part("between").locator(".card-ground"));
  const inside = await page.getByTestId("wire-w1").locator(".wire-line").evaluate((line: SVGPathElement, card) => {
    const matrix = line.getScreenCTM() as DOMMatrix;
    const points = Array.from({ length: 200 }, (_, step) =>
      line.getPointAtLength((line.getTotalLength() * step) / 199).matrixTransform(matrix),
    );
    return points.some(({ x, y }) => x > card.x && x < card.x + card.width && y > card.y && y < card.y + card.height);
  }, card);
  expect(inside).toBe(false);
});

test("wiring by keyboard says what to do, points at a target at once and draws nothing across its own card", async ({
  page,
  expectAccessible,
}) => {
  const playground = new Playground(page);
  await playground.openPaused(rootAddress + linkTo({ ...row, wires: {} }));
  await playground.part("users").focus();
  await page.keyboard.press("w");
  await expect(page.getByTestId("wiring-hint")).toHaveText(/arrow keys .* Enter connects, Esc cancels/);
  const target = await boxOf(page.locator(".wire-target"));
  const dns = await boxOf(playground.part("dns").locator(".card-ground"));
  expect(Math.abs(target.x + target.width / 2 - (dns.x + dns.width / 2))).toBeLessThan(2);
  await expectAccessible();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("wiring-hint")).toHaveCount(0);
  expect(Object.values(designIn(await playground.share()).wires)).toEqual([{ from: "users", to: "dns" }]);
});

test("a press on a block that is half hidden leaves the view where it is", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const canvas = await boxOf(playground.canvas);
  const db = await playground.grab("db");
  await page.mouse.move(db.x, db.y);
  await page.mouse.down({ button: "middle" });
  await page.mouse.move(canvas.x + 10, db.y, { steps: 5 });
  await page.mouse.up({ button: "middle" });
  // The view follows in the next frame.
  await page.waitForTimeout(300);
  const before = await page.locator(".world").getAttribute("style");
  await page.mouse.click(canvas.x + 6, db.y);
  await expect(playground.part("db")).toHaveAttribute("aria-current", "true");
  await page.waitForTimeout(300);
  expect(await page.locator(".world").getAttribute("style")).toBe(before);
  expect(await page.evaluate(() => [...document.querySelectorAll("*")].filter((each) => each.closest(".stage") && (each.scrollLeft || each.scrollTop)).length)).toBe(0);
});

test("a zone dropped on another ends beside it, with its subnets", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const from = await playground.grab("az-a");
  const to = await playground.grab("az-b");
  await playground.drag(from, { x: to.x - 30, y: to.y });
  const [a, b, subnet] = await Promise.all(
    ["az-a", "az-b", "app-a"].map((id) => boxOf(playground.part(id).locator(".container-frame").first())),
  );
  expect(a.x + a.width <= b.x + 1 || b.x + b.width <= a.x + 1).toBe(true);
  expect(subnet.x >= a.x && subnet.x + subnet.width <= a.x + a.width + 1).toBe(true);
});

test("a server of its own is among the instances", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByTestId("palette-ec2").click();
  // Four of the group, and the one beside it.
  await expect(page.getByTestId("chart-capacity").locator("output").first()).toHaveText("5", { timeout: 20_000 });
});

test("commands are found under other words", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await page.keyboard.press("Control+k");
  for (const [typed, found] of [
    ["blank", "New design"],
    ["export", "Save as a file"],
    ["dark", "Switch between light and dark"],
    ["kill", "Terminate an instance of api"],
  ]) {
    await page.getByTestId("command-search").fill(typed);
    await expect(page.getByRole("option").filter({ hasText: found }).first(), typed).toBeVisible();
  }
});

test("a VPC opens on its settings, a load balancer on how it does", async ({ page, expectAccessible }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("vpc");
  await expect(page.getByRole("tab")).toHaveCount(0);
  await expect(playground.inspector.getByText("CIDR").first()).toBeVisible();
  await expectAccessible();
  await playground.select("alb");
  await expect(page.getByRole("tab")).toHaveCount(2);
});

test("what is removed in the inspector leaves the keyboard on the canvas", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("alb");
  await page.keyboard.down("Shift");
  await playground.press("db");
  await page.keyboard.up("Shift");
  await page.getByTestId("remove-several").focus();
  await page.keyboard.press("Enter");
  await expect(playground.part("alb")).toHaveCount(0);
  await expect(page.locator("[data-part]:focus")).toHaveCount(1);
});

test("an event is dragged in time, and moved by the arrow keys, as one step each", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("alb");
  await playground.seek(600);
  await page.getByRole("button", { name: /rule/ }).first().click();
  const chip = page.getByTestId("event-chip");
  await expect(chip).toHaveCount(1);
  const at = async () => designIn(await playground.share()).scenario.events[0].at_ms as number;
  const start = await at();
  const track = await boxOf(page.locator(".chips"));
  const box = await boxOf(chip);
  const from = { x: box.x + 5, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + track.width / 4, from.y, { steps: 5 });
  await expect(page.locator(".chip-time")).toBeVisible();
  await page.mouse.up();
  await expect(page.getByTestId("event-card"), "a drag is no press").toHaveCount(0);
  // The example runs for half an hour.
  expect(Math.abs((await at()) - start - 450_000)).toBeLessThan(20_000);
  await playground.undo.click();
  expect(await at()).toBe(start);
  await chip.focus();
  await page.keyboard.press("ArrowRight");
  await expect(chip, "the keyboard stays with the event").toBeFocused();
  expect(await at()).toBe(start + 10_000);
  await chip.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await expect(chip).toBeFocused();
  expect(await at()).toBe(start + 10_000);
});

test("what is knocked over before the run began is seen at once, and while it is paused the page says so", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.seek(30);
  await playground.select("db");
  const fault = page.getByRole("button", { name: "Fail the primary" });
  await fault.click();
  await expect(page.getByTestId("event-chip")).toHaveCount(1);
  const hint = page.getByTestId("paused-hint");
  await expect(hint).toBeVisible();
  await expect(page.locator("#announcements")).toHaveText(/The run is paused at this moment/);
  await hint.getByRole("button", { name: "Play" }).click();
  await expect(hint).toHaveCount(0);
  await expect(page.getByTestId("play")).toHaveAttribute("title", "Pause");
  await expect(page.getByTestId("play"), "the keyboard stays with the run").toBeFocused();
  await playground.undo.click();
  await expect(page.getByTestId("event-chip")).toHaveCount(0);

  await playground.seek(0);
  await fault.click();
  await expect(page.getByTestId("play")).toHaveAttribute("title", "Pause");
  await expect(page.getByTestId("event-chip")).toHaveCount(1);
});

test("a key after a button of the page was clicked is meant for the canvas", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("dns");
  await playground.bar(/^Duplicate/).click();
  await expect(playground.part("dns-2")).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Delete");
  await expect(playground.part("dns-2")).toHaveCount(0);
  // Who goes through the page by Tab has the keyboard where it is.
  await playground.select("dns");
  await page.getByTestId("share").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Delete");
  await expect(playground.part("dns")).toBeVisible();
});

test.describe("in Korean", () => {
  test.use({ locale: "ko-KR", colorScheme: "dark" });

  test("wiring, the log, commands and settings guide in Korean", async ({ page, expectAccessible }) => {
    const playground = new Playground(page);
    await playground.open();
    await expect(page.getByTestId("log")).toContainText("무언가를 무너뜨리면");
    await expect(page.getByTestId("log")).not.toContainText("재생을 누르고");
    await playground.part("users").focus();
    await page.keyboard.press("w");
    await expect(page.getByTestId("wiring-hint")).toContainText("Enter로 연결하고 Esc로 취소합니다");
    await expectAccessible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByTestId("command-search").fill("내보내기");
    await expect(page.getByRole("option").filter({ hasText: "파일로 저장" })).toBeVisible();
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

  test("blocks are added one after another, and what is first shown can be read", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    expect(parseInt(await page.getByTestId("zoom-level").innerText(), 10)).toBeGreaterThanOrEqual(60);
    await page.getByTestId("zoom-fit").tap();
    expect(parseInt(await page.getByTestId("zoom-level").innerText(), 10), "everything").toBeLessThan(60);
    await page.getByTestId("zoom-fit").tap();
    await expect(page.getByTestId("zoom-level"), "pressed again: what can be read").toHaveText(/^62/);
    await page.getByTestId("zoom-fit").tap();
    await page.getByRole("navigation").getByRole("button", { name: "Blocks" }).tap();
    for (let count = 2; count <= 3; count += 1) {
      await page.getByTestId("palette-s3").tap();
      await expect(page.locator('[data-part][data-kind="s3"]')).toHaveCount(count);
    }
    await expect(page.getByTestId("palette")).toBeVisible();
    await expect(page.getByTestId("problems").locator("svg")).toBeVisible();
  });
});
