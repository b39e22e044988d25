import { expect, test } from "./fixtures";
import { designIn } from "./links";
import { EMPTY, Playground, boxOf, dragByFinger, middle } from "./playground";

interface Wires {
  [id: string]: { from: string; to: string };
}

function ends(wires: Wires): string[] {
  return Object.values(wires)
    .map(({ from, to }) => `${from} → ${to}`)
    .sort();
}

test.describe("by mouse, Korean, dark", () => {
  test.use({ viewport: { width: 1440, height: 900 }, locale: "ko-KR", colorScheme: "dark" });

  test("a block dragged onto nothing brings its containers; wires by two clicks, snapped, refused and led elsewhere", async ({
    page,
  }) => {
    const playground = new Playground(page);
    await playground.openPaused(EMPTY);
    const canvas = await boxOf(playground.canvas);
    await playground.drag(await playground.block("ec2"), { x: canvas.x + canvas.width * 0.6, y: canvas.y + canvas.height / 2 });
    await expect(page.getByTestId("offer")).toContainText("서브넷");
    await page.getByTestId("offer-yes").click();
    await expect(playground.part("ec2")).toBeVisible();
    await page.getByTestId("palette-users").click();
    await page.getByTestId("palette-alb").click();
    await page.getByTestId("zoom-fit").click();
    await playground.select("users");

    const card = await boxOf(playground.part("ec2").locator(".card-ground"));
    const start = await playground.handle("users", "right");
    await page.mouse.click(start.x, start.y);
    const beside = { x: card.x - 9, y: card.y + card.height / 2 };
    await page.mouse.move(beside.x, beside.y, { steps: 4 });
    await expect(page.locator(".wire-target:not(.refused)"), "it snaps to what is near").toBeAttached();
    await page.mouse.click(beside.x, beside.y);
    await expect(page.getByTestId("wire-w1")).toHaveCount(1);

    await playground.select("users");
    const again = await playground.handle("users", "right");
    await page.mouse.click(again.x, again.y);
    const inside = await playground.grab("ec2");
    await page.mouse.move(inside.x, inside.y, { steps: 4 });
    await page.mouse.click(inside.x, inside.y);
    await expect(page.getByTestId("canvas-notice")).toHaveText("두 블록이 이미 연결되어 있습니다.");
    await page.keyboard.press("Escape");

    await playground.selectWire("w1");
    const end = middle(await boxOf(page.getByTestId("wire-grips").locator(".handle").nth(1)));
    await playground.drag(end, await playground.grab("alb"));
    await page.keyboard.press("F2");
    await page.getByTestId("name-editor").fill("로그인");
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("wire-w1")).toContainText("로그인");
    expect(ends((await playground.design()).wires)).toEqual(["users → alb"]);
  });
});

test.describe("by touch, Korean, light", () => {
  test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true, locale: "ko-KR" });

  test("blocks by taps with what they lack, wires by a finger and by two taps, bent, led elsewhere and labelled", async ({
    page,
  }) => {
    const playground = new Playground(page);
    await playground.openPaused(EMPTY);
    const add = async (kind: string) => {
      await page.getByTestId("sheet-palette").tap();
      await page.getByTestId(`palette-${kind}`).tap();
      // A tap beside the blocks puts them away.
      const { x, y } = await boxOf(playground.canvas);
      await page.touchscreen.tap(x + 6, y + 6);
      await expect(page.getByTestId("palette")).toBeHidden();
    };
    const tap = async (id: string) => {
      const { x, y } = await playground.grab(id);
      await page.touchscreen.tap(x, y);
    };
    await page.getByTestId("sheet-palette").tap();
    await page.getByTestId("palette-alb").tap();
    await page.getByTestId("offer-yes").tap();
    await expect(playground.part("alb")).toBeVisible();
    await page.getByTestId("sheet-palette").tap();
    await add("users");
    await add("cloudfront");
    await page.getByTestId("zoom-fit").tap();

    await tap("users");
    await expect(playground.part("users")).toHaveAttribute("aria-current", "true");
    await dragByFinger(page, await playground.handle("users", "top"), await playground.grab("alb"));
    await expect(page.getByTestId("wire-w1")).toHaveCount(1);

    await tap("users");
    await playground.bar(/^연결/).tap();
    await tap("alb");
    await expect(page.getByTestId("canvas-notice")).toHaveText("두 블록이 이미 연결되어 있습니다.");
    await tap("cloudfront");
    await expect(page.getByTestId("wire-w2")).toHaveCount(1);
    await playground.undo.tap();
    await expect(page.getByTestId("wire-w2")).toHaveCount(0);

    const wire = await playground.wireMiddle("w1");
    await page.touchscreen.tap(wire.x, wire.y);
    const grips = page.getByTestId("wire-grips");
    const bend = middle(await boxOf(grips.locator(".bend")));
    await dragByFinger(page, bend, { x: bend.x - 48, y: bend.y + 24 });
    expect((await playground.design()).wires.w1.bend).toHaveLength(2);
    await page.getByTestId("straighten").tap();
    await dragByFinger(page, middle(await boxOf(grips.locator(".handle").nth(1))), await playground.grab("cloudfront"));
    await expect(page.getByTestId("wire-w1"), "it leads elsewhere").toHaveAccessibleName(/users에서 cloudfront까지/);
    await playground.bar(/^이름 바꾸기/).tap();
    await page.getByTestId("name-editor").fill("정적 파일");
    await page.getByTestId("play").tap();
    const design = await playground.design();
    expect(ends(design.wires)).toEqual(["users → cloudfront"]);
    expect(design.wires.w1).toMatchObject({ label: "정적 파일" });
    expect(design.wires.w1.bend).toBeUndefined();

    await tap("users");
    await playground.bar(/^다음 추가/).tap();
    await page.getByTestId("next-route53").tap();
    await expect(playground.part("route53")).toBeVisible();
    expect(ends((await playground.design()).wires)).toEqual(["users → cloudfront", "users → route53"]);
  });
});

test.describe("by keyboard, English, dark", () => {
  test.use({ colorScheme: "dark" });

  test("blocks with what they lack, a wire drawn, refused, labelled, bent, taken away and drawn elsewhere", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused(EMPTY);
    const press = async (testId: string) => {
      await page.getByTestId(testId).focus();
      await page.keyboard.press("Enter");
    };
    await press("palette-alb");
    await expect(page.getByTestId("offer-yes")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(playground.said).toHaveText(/^Added /);
    await press("palette-users");
    await page.keyboard.press("Shift+1");

    await playground.part("users").focus();
    const wire = async (to: string) => {
      await page.keyboard.press("w");
      for (let presses = 0; presses < 4 && !(await playground.said.innerText()).startsWith(to); presses += 1) {
        await page.keyboard.press(["ArrowRight", "ArrowUp", "ArrowDown", "ArrowLeft"][presses]);
        await page.waitForTimeout(100);
      }
      await expect(playground.said).toHaveText(new RegExp(`^${to}`));
    };
    await wire("alb");
    await page.keyboard.press("Enter");
    await expect(playground.said).toHaveText("Wired users to alb.");
    await page.keyboard.press("F2");
    await page.getByTestId("name-editor").fill("sign in");
    await page.keyboard.press("Enter");
    await expect(playground.part("users"), "the keyboard is back on the canvas").toBeFocused();
    await page.keyboard.press("Alt+Shift+ArrowDown");
    await expect(playground.said).toHaveText("Wire bent.");
    await page.keyboard.press("Alt+Shift+ArrowDown");
    const { w1 } = (await playground.design()).wires;
    expect([w1.label, w1.bend.length]).toEqual(["sign in", 2]);

    await playground.part("users").focus();
    await wire("alb");
    await expect(playground.said).toHaveText("alb. These two are wired already.");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Delete");
    await expect(playground.said).toHaveText(/users/);
    await expect(page.getByTestId("wire-w1")).toHaveCount(0);
    await press("palette-route53");
    await playground.part("users").focus();
    await wire("route53");
    await page.keyboard.press("Enter");
    expect(ends(designIn(await playground.share()).wires)).toEqual(["users → route53"]);
  });
});
