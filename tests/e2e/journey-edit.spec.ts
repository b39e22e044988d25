import { expect, test } from "./fixtures";
import { Playground, boxOf, dragByFinger, hold } from "./playground";

test.describe("by mouse, Korean, dark", () => {
  test.use({ viewport: { width: 1440, height: 900 }, locale: "ko-KR", colorScheme: "dark" });

  test("a frame selects; lined up, spaced, duplicated, moved and removed, each as one step", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    const before = await playground.design();
    const cdn = await boxOf(playground.part("cdn").locator(".card-ground"));
    const users = await boxOf(playground.part("users").locator(".card-ground"));
    await page.keyboard.down("Shift");
    await page.mouse.move(cdn.x - 8, cdn.y - 12);
    await page.mouse.down();
    await page.mouse.move(users.x + 60, users.y + 20, { steps: 5 });
    await expect(page.locator(".marquee")).toBeAttached();
    await page.mouse.up();
    await page.keyboard.up("Shift");
    expect(await playground.selected()).toEqual(["cdn", "dns", "users"]);
    await expect(page.getByTestId("several")).toContainText("3개 선택됨");

    const dns = await playground.grab("dns");
    await playground.drag(dns, { x: dns.x - 24, y: dns.y + 16 });
    const moved = (await playground.design()).parts;
    for (const id of ["cdn", "dns", "users"]) {
      expect(moved[id].at[0], id).toBeLessThan(before.parts[id].at[0]);
    }
    await playground.undoesTo(before);

    await playground.bar(/^복제/).click();
    await expect(playground.part("users-2")).toBeVisible();
    expect(await playground.selected()).toEqual(["cdn-2", "dns-2", "users-2"]);
    await playground.bar(/^삭제/).click();
    await expect(playground.part("dns-2")).toHaveCount(0);
    await playground.undo.click();
    await expect(playground.part("dns-2")).toBeVisible();
    await playground.undoesTo(before);

    await playground.select("dns");
    await playground.drag(await playground.grab("dns"), { x: dns.x - 30, y: dns.y + 30 });
    await playground.alsoSelect("cdn");
    await playground.alsoSelect("users");
    await playground.bar(/^왼쪽 맞춤/).click();
    await playground.bar(/^세로 간격 같게/).click();
    const lined = (await playground.design()).parts;
    expect(new Set([lined.cdn.at[0], lined.dns.at[0], lined.users.at[0]]).size).toBe(1);
    expect(lined.dns.at[1] - lined.cdn.at[1]).toBe(lined.users.at[1] - lined.dns.at[1]);
    await page.getByTestId("history").click();
    const steps = page.getByTestId("dialog-history").locator("ol button");
    await expect(steps).toHaveCount(4);
    await steps.last().click();
    await page.keyboard.press("Escape");
    expect(await playground.design()).toEqual(before);
  });
});

test.describe("by touch, English, dark", () => {
  test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true, colorScheme: "dark" });

  test("a held finger selects more, and draws a frame; the group is moved, lined up, duplicated and removed", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    const before = await playground.design();
    const tap = async (id: string) => {
      const { x, y } = await playground.grab(id);
      await page.touchscreen.tap(x, y);
    };
    await tap("dns");
    await expect(playground.part("dns")).toHaveAttribute("aria-current", "true");
    await (await hold(page, await playground.grab("users"))).up();
    expect(await playground.selected()).toEqual(["dns", "users"]);
    await (await hold(page, await playground.grab("dns"))).up();
    expect(await playground.selected(), "held once more, it is out again").toEqual(["users"]);

    const cdn = await boxOf(playground.part("cdn").locator(".card-ground"));
    const corner = { x: cdn.x - 6, y: cdn.y - 24 };
    const finger = await hold(page, corner);
    await finger.move({ x: cdn.x + cdn.width / 2, y: cdn.y + cdn.height / 2 });
    await expect(page.locator(".marquee")).toBeAttached();
    await finger.up();
    expect(await playground.selected()).toEqual(["cdn", "users"]);

    const from = await playground.grab("users");
    await dragByFinger(page, from, { x: from.x, y: from.y + 40 });
    const moved = (await playground.design()).parts;
    expect(moved.users.at[1] - before.parts.users.at[1]).toBe(moved.cdn.at[1] - before.parts.cdn.at[1]);
    await playground.undoesTo(before);

    await playground.bar(/^Align right/).tap();
    await playground.bar(/^Duplicate/).tap();
    await expect(playground.part("users-2")).toBeVisible();
    await playground.bar(/^Delete/).tap();
    await expect(playground.part("users-2")).toHaveCount(0);
    await page.getByTestId("history").tap();
    await page.getByTestId("dialog-history").locator("ol button").last().tap();
    await page.getByTestId("close-dialog").tap();
    expect(await playground.design()).toEqual(before);

    await page.getByTestId("sheet-palette").tap();
    await page.getByTestId("palette-note").tap();
    await page.getByTestId("name-editor").fill("Written by a finger");
    await page.getByTestId("close-sheet").tap();
    await expect(playground.part("note")).toContainText("Written by a finger");
    await tap("dns");
    await playground.bar(/^Rename/).tap();
    await page.getByTestId("name-editor").fill("zone file");
    await page.getByTestId("play").tap();
    await page.getByTestId("play").tap();
    const { parts } = await playground.design();
    expect([parts.note.text, parts.dns.name]).toEqual(["Written by a finger", "zone file"]);
  });
});

test.describe("by keyboard, Korean, light", () => {
  test.use({
    viewport: { width: 1440, height: 900 },
    locale: "ko-KR",
    permissions: ["clipboard-read", "clipboard-write"],
  });

  test("several selected while walking; lined up, moved, duplicated, copied, removed, renamed, laid out", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    const before = await playground.design();
    await playground.part("cdn").focus();
    await page.keyboard.press("Shift+Space");
    await page.keyboard.press("Control+ArrowDown");
    await expect(playground.part("dns"), "walking leaves what is selected").toBeFocused();
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("Control+ArrowDown");
    await page.keyboard.press("Shift+Space");
    expect(await playground.selected()).toEqual(["cdn", "dns", "users"]);
    await page.keyboard.press("Shift+Space");
    expect(await playground.selected()).toEqual(["cdn", "dns"]);

    await playground.part("dns").focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Shift+ArrowDown");
    const moved = (await playground.design()).parts;
    for (const id of ["cdn", "dns"]) {
      expect([moved[id].at[0] - before.parts[id].at[0], moved[id].at[1] - before.parts[id].at[1]], id).toEqual([-8, 32]);
    }
    await page.keyboard.press("Alt+S");
    await page.keyboard.press("Control+d");
    await expect(playground.part("dns-2")).toBeVisible();
    await page.keyboard.press("Delete");
    await expect(playground.part("dns-2")).toHaveCount(0);
    for (const change of ["삭제", "붙여넣기", "정렬", "이동", "이동"]) {
      await expect(playground.undo).toHaveAttribute("title", new RegExp(change));
      await page.keyboard.press("Control+z");
    }
    await expect(playground.undo).toBeDisabled();

    await playground.part("replica").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+c");
    await page.keyboard.press("Control+v");
    await expect(playground.part("replica-2")).toBeVisible();
    await page.keyboard.press("F2");
    await page.getByTestId("name-editor").fill("읽기 전용");
    await page.keyboard.press("Enter");
    await expect(playground.part("replica-2")).toContainText("읽기 전용");
    await page.keyboard.press("Alt+Shift+t");
    await page.keyboard.press("Control+k");
    await page.getByTestId("command-search").fill("내역");
    await page.keyboard.press("Enter");
    const steps = page.getByTestId("dialog-history").locator("ol button");
    await expect(steps.first()).toBeFocused();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    expect(await playground.design()).toEqual(before);
  });
});
