import { rootAddress } from "./addresses";
import { expect, test } from "./fixtures";
import { linkTo } from "./links";
import { Playground } from "./playground";

const RIGHT_TO_LEFT = "\u202E\u05D0\u05D1\u05D2 <script>alert(1)</script> \u0639\u0631\u0628\u064A";

test.describe("Korean, dark", () => {
  test.use({
    viewport: { width: 1440, height: 900 },
    locale: "ko-KR",
    colorScheme: "dark",
    permissions: ["clipboard-read", "clipboard-write"],
  });

  test("what is pasted or dropped and not ours is refused in Korean, and the design stays", async ({ page, expectAccessible }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    const before = await playground.design();
    await playground.select("users");
    for (const text of ["안녕하십니까", "{}", '{"nodes": [], "edges": []}', "\u0000\u0001", `{"ninepins": 1, "parts": ${"[".repeat(50_000)}`]) {
      await page.evaluate((text) => navigator.clipboard.writeText(text), text);
      await page.keyboard.press("Control+v");
      await expect(playground.banners, text.slice(0, 30)).toHaveCount(1);
      await playground.banners.getByRole("button").last().click();
      await expect(playground.banners).toHaveCount(0);
      await playground.part("users").focus();
    }
    for (const [name, text] of [
      ["picture.png", "\u0089PNG\r\n"],
      ["page.html", "<script>document.title = 1</script>"],
      ["drawing.excalidraw", '{"type": "excalidraw", "elements": []}'],
    ]) {
      await playground.dropFile(name, text);
      await expect(playground.banners, name).toHaveCount(1);
      await expect(playground.banners).toContainText("열지 못했습니다");
      await playground.banners.getByRole("button").last().click();
      await expect(playground.banners).toHaveCount(0);
    }
    await playground.dropFile("again.json", "null");
    await expectAccessible();
    expect(await playground.design()).toEqual(before);
  });

  test("a document of absurd numbers and names opens repaired, and runs", async ({ page }) => {
    const playground = new Playground(page);
    const parts = {
      users: { kind: "users", at: [1e300, -1e300], name: RIGHT_TO_LEFT, traffic: { rps: 1e308 }, clients: -5 },
      seoul: { kind: "region", at: [0, 0], size: [-4, 1e12], name: "x".repeat(10_000) },
      vpc: { kind: "vpc", in: "seoul", at: [8, 96], cidr: "999.1.1.1/99" },
      note: { kind: "note", at: [0, 700], text: `${"\u202E".repeat(200)}</text><svg onload=alert(1)>` },
    };
    await playground.open(rootAddress + linkTo({ ninepins: 1, engine: 1, name: RIGHT_TO_LEFT, parts }));
    await expect(playground.banners).toHaveCount(1);
    await expect(page.locator("[data-part]")).toHaveCount(4);
    await expect(page.locator("#app script, #app [onload]")).toHaveCount(0);
    await playground.pause();
    const design = await playground.design();
    expect(Math.abs(design.parts.users.at[0])).toBeLessThan(1e7);
    expect(design.parts.seoul.size[0]).toBeGreaterThan(0);
    await page.getByTestId("zoom-fit").click();
    await page.getByTestId("zoom-in").click();
    await playground.openFromMenu("outline");
    await expect(page.getByTestId("outline-users").locator("bdi").first()).toContainText("<script>alert(1)</script>");
    await page.keyboard.press("Escape");
  });
});

test.describe("by touch, English, dark", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, colorScheme: "dark" });

  test("a file that is none, and a name with markup from the right, on a phone", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    await page.getByTestId("file-input").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from("[") });
    await expect(playground.banners).toContainText("could not be opened");
    await playground.banners.getByRole("button", { name: "Close" }).tap();
    const { x, y } = await playground.grab("db");
    await page.touchscreen.tap(x, y);
    await page.getByTestId("sheet-inspector").tap();
    await page.getByTestId("part-name").fill(RIGHT_TO_LEFT);
    await page.getByTestId("part-name").blur();
    await expect(page.locator("#app script")).toHaveCount(0);
    expect((await playground.design()).parts.db.name).toBe(RIGHT_TO_LEFT);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
