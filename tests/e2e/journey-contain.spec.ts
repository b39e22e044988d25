import { expect, test } from "./fixtures";
import type { Document } from "./links";
import { Fingers, Playground, boxOf, dragByFinger } from "./playground";

/** Where parts are, from their containers' corners. */
function places(design: Document, ...ids: string[]) {
  return ids.map((id) => design.parts[id].at);
}

test.describe("by mouse, English, dark", () => {
  test.use({ viewport: { width: 1440, height: 900 }, colorScheme: "dark" });

  test("in and out of containers, resized, moved with all in it, collapsed", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    const before = await playground.design();

    // Leaving needs a clear pull, and what cannot lie outside says so.
    const bucket = await playground.grab("web");
    const region = await boxOf(playground.part("seoul").locator(".container-frame"));
    await playground.drag(bucket, { x: bucket.x + 20, y: region.y - 8 });
    expect((await playground.design()).parts.web.in, "a little pull does not take it out").toBe("seoul");
    await playground.undo.click();
    await playground.drag(bucket, { x: region.x + 20, y: region.y - 60 });
    await expect(page.getByTestId("canvas-notice")).toContainText("Region");
    await expect(playground.undo).toBeDisabled();

    await playground.select("seoul");
    // Farther away there is room on the canvas for a wider Region.
    await page.getByTestId("zoom-out").click();
    const grip = await playground.corner("seoul");
    await playground.drag(grip, { x: grip.x + 48, y: grip.y });
    const wider = await playground.design();
    expect(wider.parts.seoul.size[0]).toBeGreaterThan(before.parts.seoul.size[0]);
    expect(places(wider, "vpc", "web")).toEqual(places(before, "vpc", "web"));
    const corner = await playground.corner("seoul");
    await playground.drag(corner, { x: region.x + 40, y: region.y + 40 });
    const [around, vpc] = await Promise.all(
      ["seoul", "vpc"].map((id) => boxOf(playground.part(id).locator(".container-frame"))),
    );
    expect(around.x + around.width, "it stops at what lies in it").toBeGreaterThan(vpc.x + vpc.width);
    await playground.undo.click();
    await playground.undo.click();

    const title = await playground.grab("seoul");
    await playground.drag(title, { x: title.x + 40, y: title.y + 24 });
    const moved = await playground.design();
    expect(moved.parts.seoul.at).not.toEqual(before.parts.seoul.at);
    expect(places(moved, "vpc", "alb", "replica")).toEqual(places(before, "vpc", "alb", "replica"));
    await playground.undoesTo(before);

    await playground.select("vpc");
    await playground.bar(/^Collapse/).click();
    await expect(playground.part("alb")).toHaveCount(0);
    await expect(playground.part("vpc")).toHaveAttribute("data-collapsed", "true");
    await playground.bar(/^Expand/).click();
    await expect(playground.part("alb")).toBeVisible();
  });

  test("a spanning part's subnets are ticked", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    const before = await playground.design();
    await playground.select("api");
    await playground.settings();
    await playground.inspector.getByRole("checkbox", { name: /^app-b/ }).click();
    expect((await playground.design()).parts.api.subnets).toEqual(["app-a"]);
    await playground.undoesTo(before);
  });
});

test.describe("by touch, Korean, dark", () => {
  test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true, locale: "ko-KR", colorScheme: "dark" });

  test("in and out, members, ticks, resized, collapsed", async ({ page }) => {
    const playground = new Playground(page);
    await playground.open();
    await expect(page.locator('[data-member="api/1"]')).toBeVisible();
    await playground.pause();
    const before = await playground.design();
    const tap = async (id: string) => {
      const { x, y } = await playground.grab(id);
      await page.touchscreen.tap(x, y);
      await expect(playground.part(id)).toHaveAttribute("aria-current", "true");
    };

    await tap("replica");
    const to = await playground.placeIn("app-b", 0.85);
    const finger = await Fingers.down(page, await playground.grab("replica"));
    await finger.move(to);
    await expect(playground.part("app-b"), "it shows where it would go").toHaveClass(/targeted/);
    await finger.up();
    expect((await playground.design()).parts.replica.in).toBe("app-b");
    await playground.undoesTo(before);

    const member = await boxOf(page.locator('[data-member="api/1"]'));
    const at = { x: member.x + member.width / 2, y: member.y + member.height / 2 };
    await page.touchscreen.tap(at.x, at.y);
    await expect(playground.part("api"), "a member stands for its part").toHaveAttribute("aria-current", "true");
    await dragByFinger(page, at, await playground.placeIn("data-a", 0.85));
    expect((await playground.design()).parts.api.subnets).toEqual(["data-a", "app-b"]);
    await playground.undoesTo(before);

    await tap("api");
    await page.getByTestId("sheet-inspector").tap();
    await page.getByTestId("tab-settings").tap();
    await playground.inspector.getByRole("checkbox", { name: /^data-b/ }).tap();
    await page.getByTestId("sheet-inspector").tap();
    expect((await playground.design()).parts.api.subnets).toEqual(["app-a", "app-b", "data-b"]);
    await playground.undoesTo(before);

    await tap("seoul");
    const corner = await playground.corner("seoul");
    await dragByFinger(page, corner, { x: corner.x, y: corner.y + 60 });
    const higher = (await playground.design()).parts;
    expect(higher.seoul.size[1]).toBeGreaterThan(before.parts.seoul.size[1]);
    expect(higher.vpc.size).toEqual(before.parts.vpc.size);
    await playground.undoesTo(before);

    await tap("az-b");
    await playground.bar(/^접기/).tap();
    await expect(playground.part("az-b")).toHaveAttribute("data-collapsed", "true");
    await expect(playground.part("app-b")).toHaveCount(0);
    await playground.bar(/^펼치기/).tap();
    await expect(playground.part("app-b")).toBeVisible();
  });
});

test.describe("by keyboard, Korean, light", () => {
  test.use({ viewport: { width: 1440, height: 900 }, locale: "ko-KR" });

  test("another container, ticks, resized, moved with all in it, collapsed", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    const before = await playground.design();
    await playground.part("seoul").focus();
    await page.keyboard.press("Enter");
    await expect(playground.part("seoul")).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("Alt+Shift+ArrowDown");
    await expect(playground.said).toHaveText(/seoul의 크기가 712 × 528입니다\./);
    expect((await playground.design()).parts.seoul.size).toEqual([712, 528]);
    await playground.undoesTo(before);

    await playground.part("seoul").focus();
    await page.keyboard.press("Shift+ArrowRight");
    const moved = await playground.design();
    expect(moved.parts.seoul.at[0] - before.parts.seoul.at[0]).toBe(32);
    expect(places(moved, "vpc", "web")).toEqual(places(before, "vpc", "web"));
    await playground.undoesTo(before);

    await playground.part("seoul").focus();
    await page.keyboard.press("c");
    await expect(playground.part("seoul")).toHaveAttribute("data-collapsed", "true");
    await expect(playground.part("seoul"), "the keyboard stays where it was").toBeFocused();
    await page.keyboard.press("c");
    await expect(playground.part("vpc")).toBeVisible();

    await playground.part("api").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByTestId("tab-now").focus();
    await page.keyboard.press("ArrowRight");
    const tick = playground.inspector.getByRole("checkbox", { name: /^app-a/ });
    await tick.focus();
    await page.keyboard.press("Space");
    await expect(tick).not.toBeChecked();
    await expect(tick, "the keyboard stays on the tick").toBeFocused();
    expect((await playground.design()).parts.api.subnets).toEqual(["app-b"]);

    await page.keyboard.press("Control+k");
    await page.getByTestId("command-search").fill("개요");
    await expect(page.getByTestId("dialog-commands").getByRole("option").first()).toBeVisible();
    await page.keyboard.press("Enter");
    const replica = page.getByTestId("outline-replica");
    await expect(page.getByTestId("outline-tree")).toBeVisible();
    await replica.focus();
    await page.keyboard.press("Enter");
    const inside = page.getByTestId("outline-details").getByRole("combobox").first();
    await inside.focus();
    const first = await inside.inputValue();
    // Where it lies is the first of the places.
    await page.keyboard.press("ArrowDown");
    await expect(inside).not.toHaveValue(first);
    await page.keyboard.press("Escape");
    await expect(page.getByTestId("dialog-outline")).toHaveCount(0);
    expect((await playground.design()).parts.replica.in).not.toBe("data-b");
  });
});
