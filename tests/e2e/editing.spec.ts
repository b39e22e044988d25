import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { designIn } from "./links";
import { Playground, boxOf } from "./playground";

test.use({ viewport: { width: 1440, height: 900 } });

/** Where a block of the palette can be taken hold of. */
async function block(page: Page, name: string) {
  const button = page.getByRole("button", { name, exact: true });
  await button.scrollIntoViewIfNeeded();
  return middle(await boxOf(button));
}

function middle(box: { x: number; y: number; width: number; height: number }) {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A free place in a subnet: its lower part, below title and members. */
async function placeIn(subnet: Locator) {
  const box = await boxOf(subnet.locator(".container-frame"));
  return { x: box.x + box.width / 2, y: box.y + box.height * 0.72 };
}

test("a part is moved by a drag, and the move is undone and made again", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const before = designIn(await playground.share()).parts.users.at;
  await expect(playground.undo).toBeDisabled();
  await expect(playground.redo).toBeDisabled();

  const from = await playground.grab("users");
  await playground.drag(from, { x: from.x, y: from.y + 60 });
  const after = designIn(await playground.share()).parts.users.at;
  expect(after[1]).toBeGreaterThan(before[1]);
  expect(after.map((coordinate: number) => coordinate % 8), "on the grid").toEqual([0, 0]);

  await page.getByRole("button", { name: "Undo move" }).click();
  expect(designIn(await playground.share()).parts.users.at).toEqual(before);
  await page.getByRole("button", { name: "Redo move" }).click();
  expect(designIn(await playground.share()).parts.users.at).toEqual(after);
  await page.keyboard.press("Control+z");
  await expect(playground.undo).toBeDisabled();
  await page.keyboard.press("Control+Shift+z");
  await expect(playground.redo).toBeDisabled();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+y");
  expect(designIn(await playground.share()).parts.users.at).toEqual(after);
});

test("Escape ends a drag and leaves the part where it was", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const from = await playground.grab("users");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 60, { steps: 5 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(playground.undo).toBeDisabled();
});

test("Delete removes a part with its wires, and undo brings all of it back", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const before = designIn(await playground.share());
  await playground.select("replica");
  await page.keyboard.press("Delete");
  await expect(playground.part("replica")).toHaveCount(0);
  await expect(page.getByTestId("wire-w7")).toHaveCount(0);
  await expect(page.getByTestId("overview")).toBeVisible();
  await page.getByRole("button", { name: "Undo remove" }).click();
  await expect(playground.part("replica")).toBeVisible();
  await expect(page.getByTestId("wire-w7")).toHaveCount(1);
  expect(designIn(await playground.share())).toEqual(before);
});

test("a block is added by a click, by the keyboard and by a drag", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const instances = page.locator('[data-part][data-kind="ec2"]');

  await page.getByRole("button", { name: "EC2 instance" }).click();
  await expect(instances).toHaveCount(1);
  await expect(playground.inspector, "the new block is selected").toHaveAttribute("data-part", /^ec2/);

  await page.getByRole("button", { name: "EC2 instance" }).focus();
  await page.keyboard.press("Enter");
  await expect(instances).toHaveCount(2);

  const title = await playground.grab("seoul");
  await playground.drag(await block(page, "S3 bucket"), { x: title.x + 330, y: title.y + 50 });
  const buckets = page.locator('[data-part][data-kind="s3"]');
  await expect(buckets).toHaveCount(2);

  const { parts } = designIn(await playground.share());
  const added = Object.entries<{ kind: string; in?: string }>(parts).filter(([id]) => /^(ec2|s3)/.test(id));
  expect(added).toHaveLength(3);
  for (const [id, part] of added) {
    expect(part.in, `${id} lies where it may`).toMatch(part.kind === "s3" ? /^seoul$/ : /^(pub|app|data)-[ab]$/);
  }
  for (let left = 3; left > 0; left -= 1) {
    await page.getByRole("button", { name: "Undo add" }).click();
  }
  await expect(instances).toHaveCount(0);
  await expect(buckets).toHaveCount(1);
});

test("a block that is let go where it cannot lie says why", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.drag(await block(page, "Users"), await placeIn(playground.part("app-a")));
  await expect(page.getByTestId("canvas-notice")).toHaveText(/Users/);
  await expect(page.locator('[data-part][data-kind="users"]')).toHaveCount(1);
  await expect(playground.undo).toBeDisabled();
});

test("the search finds blocks by what they are for", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const search = page.getByRole("searchbox", { name: "Search blocks" });
  await search.fill("cdn");
  await expect(page.getByTestId("palette").getByRole("button")).toHaveText(["CloudFront"]);
  await search.fill("mainframe");
  await expect(page.getByTestId("palette").getByRole("status")).toHaveText("No block has this name.");
});

test("an instance is dragged into another subnet", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.drag(await block(page, "EC2 instance"), await placeIn(playground.part("app-a")));
  const instance = page.locator('[data-part][data-kind="ec2"]');
  await expect(instance).toHaveCount(1);
  const id = (await instance.getAttribute("data-part")) ?? "";
  expect(designIn(await playground.share()).parts[id].in).toBe("app-a");

  const from = middle(await boxOf(instance.locator(".card-ground")));
  const to = await placeIn(playground.part("app-b"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 4);
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await expect(playground.part("app-b"), "it shows where it would go").toHaveClass(/targeted/);
  await page.mouse.up();
  expect(designIn(await playground.share()).parts[id].in).toBe("app-b");
  await page.getByRole("button", { name: "Undo move" }).click();
  expect(designIn(await playground.share()).parts[id].in).toBe("app-a");
});

test("two parts are wired by a drag from a handle, and a wire that cannot be says why", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const wire = page.getByRole("img", { name: "Connection pool from api to db" });
  await expect(wire).toHaveCount(1);
  await playground.selectWire("w6");
  await expect(playground.inspector.getByRole("heading", { name: "api → db" })).toBeVisible();
  await playground.inspector.getByRole("button", { name: "Delete" }).click();
  await expect(wire).toHaveCount(0);

  const card = await boxOf(playground.part("api").locator(".card-ground"));
  const handle = { x: card.x + card.width / 2, y: card.y + card.height };
  await page.mouse.move(card.x + card.width / 2, card.y + card.height / 2);
  await expect(page.locator(".canvas-over .handle").first()).toBeAttached();
  await playground.drag(handle, await playground.grab("db"));
  await expect(wire).toHaveCount(1);
  await page.getByRole("button", { name: "Undo wire" }).click();
  await expect(wire).toHaveCount(0);

  await page.mouse.move(card.x + card.width / 2, card.y + card.height / 2);
  await playground.drag(handle, await playground.grab("cdn"));
  await expect(page.getByTestId("canvas-notice")).toBeVisible();
  await expect(page.getByTestId("canvas-notice")).not.toBeEmpty();
});

test("a setting acts on the run, tells its source and goes back to its default", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("api");
  await playground.settings();
  const desired = page.getByRole("textbox", { name: "Desired capacity" });
  await expect(desired).toHaveValue("4");
  await desired.fill("6");
  await desired.press("Enter");
  await playground.seek(10);
  await expect(playground.part("api").locator(".card-line")).toHaveText(/^6 up/);
  await expect(page.getByRole("img", { name: /^api\/\d+, Healthy/ })).toHaveCount(6);

  await desired.fill("four");
  await desired.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("This is not a number.");
  await desired.fill("-1");
  await desired.press("Enter");
  await expect(page.getByRole("alert")).toHaveText(/^0 to [\d,]+$/);
  await expect(desired, "what was typed stays, to be corrected").toHaveValue("-1");
  await expect(desired).toHaveAttribute("aria-invalid", "true");
  await desired.fill("6");
  await desired.press("Enter");
  await expect(page.getByRole("alert")).toHaveCount(0);

  const grace = page.getByRole("textbox", { name: "Health check grace period" });
  await expect(grace).toHaveValue("90");
  const name = page.getByRole("button", { name: "Health check grace period", exact: true });
  await name.click();
  await expect(name).toHaveAttribute("aria-expanded", "true");
  const fact = page.locator(".explanation .fact-id");
  await expect(fact).toHaveText(/ASG-\d+/);
  await expect(fact).toHaveAttribute("href", /^https:\/\/docs\.aws\.amazon\.com\//);
  await page.getByRole("button", { name: "Health check grace period: Reset to default" }).click();
  await expect(grace).toHaveValue("300");
  await page.getByRole("button", { name: "Undo change of a setting" }).click();
  await expect(grace).toHaveValue("90");
});

test("a part gets a name, and the log speaks of it", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("db");
  await page.getByTestId("part-name").fill("orders");
  await page.getByTestId("part-name").press("Tab");
  await expect(playground.part("db")).toContainText("orders");
  await page.getByRole("button", { name: "Fail the primary" }).click();
  await playground.seek(90);
  await expect(page.getByTestId("log")).toContainText("the host of the primary of orders failed");
});

test("a design that lacks something says what, and leads there", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await expect(page.getByTestId("problem-count")).toHaveText("0");
  await playground.select("cert-api");
  await page.keyboard.press("Delete");
  await expect(page.getByTestId("problem-count")).not.toHaveText("0");
  await page.getByTestId("problems").click();
  await page.locator(".problem-list").getByRole("button").first().click();
  await expect(playground.inspector).toBeVisible();
});
