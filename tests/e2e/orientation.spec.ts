import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { EMPTY, Playground, boxOf } from "./playground";
import { designIn, linkTo } from "./links";
import { rootAddress } from "./addresses";

test.use({ viewport: { width: 1440, height: 900 } });

test("a group of blocks below the fold is one press away", async ({ page, expectAccessible }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const database = page.getByTestId("palette-rds");
  await expect(database).not.toBeInViewport();
  await page.getByRole("button", { name: "Data", exact: true }).click();
  await expect(database).toBeInViewport();
  const heading = await boxOf(page.locator("#blocks-data h2"));
  const jumps = await boxOf(page.getByRole("group", { name: "Groups of blocks" }));
  expect(heading.y).toBeGreaterThanOrEqual(jumps.y + jumps.height);
  await expectAccessible();
});

test("opening another design empties the palette's search", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const search = page.getByTestId("palette-search");
  await search.fill("ec2");
  await expect(page.locator(".palette-block")).toHaveCount(1);
  await page.getByTestId("file").click();
  await page.getByTestId("open-gallery").click();
  await page.getByTestId("open-single_instance").click();
  await expect(search).toHaveValue("");
  await expect(page.getByTestId("palette-users")).toBeVisible();
});

test("who comes back is told whose design is open, and led to the examples, until the first change", async ({
  page,
  expectAccessible,
}) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await expect(playground.banners).toHaveCount(0);
  await page.reload();
  await expect(page.getByTestId("problem-count")).toBeAttached();
  await expect(playground.banners, "the example is nobody's work").toHaveCount(0);
  await page.getByTestId("palette-s3").click();
  await expect(playground.part("s3")).toBeVisible();
  await expect.poll(() => page.evaluate(() => localStorage.getItem("ninepins.design"))).toContain('"s3"');
  await page.reload();
  await expect(playground.banners).toContainText("Your design from last time is open again.");
  await expectAccessible();
  await page.getByTestId("restored-examples").click();
  await expect(page.getByTestId("gallery")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByTestId("palette-s3").click();
  await expect(playground.banners).toHaveCount(0);
});

test("what costs most and what failed lead to their parts", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByTestId("try-database").click();
  const cause = page.getByRole("button", { name: /^Database down db/ });
  await expect(cause).toBeVisible({ timeout: 30_000 });
  await cause.click();
  await expect(playground.part("db")).toHaveAttribute("aria-current", "true");
  await expect(playground.part("users").locator("desc").last(), "they feel it too").toHaveText("Strained");
  await page.keyboard.press("Escape");
  await page.getByTestId("cost").getByRole("button", { name: "cdn" }).click();
  await expect(playground.part("cdn")).toHaveAttribute("aria-current", "true");
});

/** Terminates an instance of the seed architecture's group. */
async function terminateOne(page: Page, playground: Playground) {
  await playground.open();
  await playground.select("api");
  await page.getByTestId("fault-terminate-any").click();
}

test("a log entry leads to the AWS rule behind it, and says who takes the requests now", async ({
  page,
  expectAccessible,
}) => {
  const playground = new Playground(page);
  await terminateOne(page, playground);
  const row = page.getByTestId("log").getByRole("listitem").filter({ hasText: "unused" });
  await expect(row.locator(".sentence")).toHaveText(
    /^api\/\d unused, for its instance is gone; \d healthy targets are left to take the requests$/,
  );
  const rule = row.getByRole("link", { name: "ALB-12 Target of an instance that is gone" });
  await expect(rule).toHaveAttribute("href", /^https:\/\/docs\.aws\.amazon\.com\/elasticloadbalancing\//);
  await expect(rule).toHaveAttribute("title", /sends it no more requests/);
  await playground.pause();
  await row.getByRole("button", { name: "ALB" }).focus();
  await page.keyboard.press("Tab");
  await expect(rule).toBeFocused();
  await expectAccessible();
});

test("a failure leads to its rule, its users and the part that it blames", async ({ page, expectAccessible }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByTestId("try-database").click();
  const began = page.getByTestId("log").getByRole("listitem").filter({ hasText: /began: the database did not answer/ });
  await expect(began.first()).toBeVisible({ timeout: 30_000 });
  await playground.pause();
  const rule = { name: "RDS-02" };
  await expect(page.getByTestId("overview").getByRole("link", rule)).toBeVisible();
  await expect(began.first().getByRole("link", rule)).toBeVisible();
  await began.first().getByRole("button", { name: "USERS" }).click();
  await expect(playground.part("users")).toHaveAttribute("aria-current", "true");
  await began.first().getByRole("button", { name: "db" }).click();
  await expect(playground.part("db")).toHaveAttribute("aria-current", "true");
  await expect(page.getByTestId("part-state").getByRole("link", rule)).toBeVisible();
  await expectAccessible();
});

test("a press on a row of the log shows the part that it is about, by mouse and by keyboard", async ({ page, expectAccessible }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByTestId("try-zone").click();
  const rows = page.getByTestId("log").getByRole("listitem");
  const lost = rows.filter({ hasText: "ap-northeast-2a lost power" });
  await expect(lost).toBeVisible();
  const began = rows.filter({ hasText: /api\/\d unhealthy/ }).first();
  await expect(began).toBeVisible({ timeout: 30_000 });
  await playground.pause();
  await lost.locator(".sentence").click();
  await expect(playground.part("az-a")).toHaveAttribute("aria-current", "true");
  await began.getByRole("button", { name: "ALB: Show alb" }).focus();
  await page.keyboard.press("Enter");
  await expect(playground.part("alb")).toHaveAttribute("aria-current", "true");
  await expectAccessible();
});

test("a zone without power is dark with its subnets, on the canvas and on the map", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByTestId("try-zone").click();
  for (const id of ["az-a", "pub-a", "app-a", "data-a"]) {
    await expect(playground.part(id), id).toHaveClass(/\bdark\b/);
  }
  for (const id of ["az-b", "pub-b", "vpc"]) {
    await expect(playground.part(id), id).not.toHaveClass(/\bdark\b/);
  }
  await playground.part("db").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+2");
  await expect(page.getByTestId("minimap").locator(".dark")).toHaveCount(4);
});

test("no dot runs over what is written on a wire", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const playground = new Playground(page);
  await playground.openPaused();
  const design = designIn(await playground.share());
  design.wires.w2.label = "static pages";
  design.wires.w1.label = "look up";
  await playground.open(rootAddress + linkTo(design));
  await expect(page.locator(".wire-label")).toHaveCount(2);
  const covered = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".particles");
      if (canvas === null) {
        throw new Error("there is no traffic");
      }
      const corner = canvas.getBoundingClientRect();
      const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
      const context = copy.getContext("2d", { willReadFrequently: true });
      context?.drawImage(canvas, 0, 0);
      const drawn = (x: number, y: number, width: number, height: number) =>
        [...(context?.getImageData(x, y, width, height).data ?? [])].filter((value, index) => index % 4 === 3 && value > 0).length;
      const grounds = [...document.querySelectorAll(".wire-label-ground")].map((ground) => ground.getBoundingClientRect());
      const inside = grounds.map((ground) => drawn(ground.x - corner.x + 1, ground.y - corner.y + 1, ground.width - 2, ground.height - 2));
      return { labels: Math.max(...inside), all: drawn(0, 0, copy.width, copy.height) };
    });
  await expect.poll(async () => (await covered()).all, "dots run").toBeGreaterThan(200);
  for (let look = 0; look < 20; look += 1) {
    expect((await covered()).labels).toBe(0);
    await page.waitForTimeout(100);
  }
});

const twoServers = {
  ninepins: 1,
  engine: 1,
  parts: {
    users: { kind: "users", at: [0, 0] },
    region: { kind: "region", code: "ap-northeast-2", at: [300, 0], size: [900, 500] },
    vpc: { kind: "vpc", in: "region", at: [20, 40], size: [860, 440] },
    az: { kind: "az", in: "vpc", at: [20, 40], size: [400, 380], zone: "ap-northeast-2a" },
    subnet: { kind: "subnet", in: "az", at: [20, 40], size: [360, 320] },
    one: { kind: "ec2", in: "subnet", at: [20, 40] },
    other: { kind: "ec2", in: "subnet", at: [20, 140] },
  },
  wires: { w1: { from: "users", to: "one" } },
};

test("a server that nothing leads to is a problem, which one press mends", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused(rootAddress + linkTo(twoServers));
  await page.getByTestId("problems").click();
  const idle = page.locator(".problem-list li").filter({ hasText: "Nothing leads to it, so it has nothing to do." });
  await expect(idle).toHaveCount(1);
  await expect(idle).toContainText("other");
  await idle.getByRole("button", { name: "Wire users to it" }).click();
  await expect(idle).toHaveCount(0);
  await expect(page.locator("[data-wire]")).toHaveCount(2);
});

test("one instance is the instance, and what happens at once stands before how long the rest lasts", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused(rootAddress + linkTo(twoServers));
  await playground.select("one");
  const terminate = page.getByRole("button", { name: "Terminate the instance" });
  const duration = page.getByTestId("fault-duration");
  const hang = page.getByRole("button", { name: "Hang the instance" });
  const [first, second, third] = [await boxOf(terminate), await boxOf(duration), await boxOf(hang)];
  expect(first.y < second.y && second.y < third.y).toBe(true);
});

test("an empty design offers nothing to try, one with a server to terminate it", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused(EMPTY);
  await expect(page.getByTestId("overview").getByRole("heading", { name: "Your design" })).toBeVisible();
  await playground.openPaused(rootAddress + linkTo(twoServers));
  await expect(page.getByTestId("try-terminate")).toBeVisible();
});

test("another architecture starts the run anew, and the clock says so for a moment", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await expect.poll(() => playground.now()).toBeGreaterThan(5);
  await page.getByTestId("palette-ec2").click();
  await expect(page.getByTestId("clock-note")).toHaveText("Restarted");
  await expect(page.getByTestId("restart-note")).toHaveText(/the run starts from zero/);
  await expect(page.locator("#announcements"), "what was done is still said").toHaveText("Selected ec2.");
  await expect(page.getByText("Restarted")).toHaveCount(0);
});

test("an instance that is down can suffer nothing more, and what is to try takes a living one", async ({ page }) => {
  const playground = new Playground(page);
  const both = { ...twoServers, wires: { w1: { from: "users", to: "one" }, w2: { from: "users", to: "other" } } };
  await playground.open(rootAddress + linkTo(both));
  for (const id of ["one", "other"]) {
    await page.keyboard.press("Escape");
    await page.getByTestId("try-terminate").click();
    await expect(playground.part(id).locator("desc").last()).toHaveText("Failing", { timeout: 20_000 });
  }
  await playground.select("one");
  await expect(playground.inspector.getByText("It is down now.")).toBeVisible();
  await expect(page.getByTestId("fault-hang")).toHaveCount(0);
});

test("wires to one target group say whose settings hold, and lead there", async ({ page, expectAccessible }) => {
  const playground = new Playground(page);
  const parts = { ...twoServers.parts, alb: { kind: "alb", in: "vpc", at: [480, 60], subnets: ["subnet"] } };
  const wires = { w1: { from: "users", to: "alb" }, w2: { from: "alb", to: "one" }, w3: { from: "alb", to: "other" } };
  await playground.openPaused(rootAddress + linkTo({ ...twoServers, parts, wires }));
  await playground.selectWire("w3");
  await expect(page.getByTestId("shared-group")).toContainText("It shares the target group of alb → one");
  const settings = playground.inspector.locator(".setting-name");
  await expect(settings, "what another wire decides cannot be set here").toHaveText(["Target group name"]);
  await expectAccessible();
  await page.getByTestId("shared-group").getByRole("button").click();
  await expect(page.locator('[data-testid="inspector"][data-wire="w2"]')).toBeVisible();
  await expect(page.getByTestId("shared-group")).toHaveCount(0);
  await expect(settings.getByText("Routing algorithm")).toBeVisible();
});

test("what is selected next is read from its top", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("alb");
  const panel = page.locator(".inspector-panel");
  await panel.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await playground.select("api");
  expect(await panel.evaluate((element) => element.scrollTop)).toBe(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

  test("rows of a menu and the buttons above the tabs have room for a finger", async ({ page }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    await page.getByTestId("file").tap();
    const heights = await page.locator(".menu-item").evaluateAll((rows) => rows.map((row) => row.clientHeight));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await page.keyboard.press("Escape");
    const [undo, zoom] = [await boxOf(page.locator(".history-buttons")), await boxOf(page.locator(".canvas-controls"))];
    expect([Math.round(undo.y), undo.height]).toEqual([Math.round(zoom.y), zoom.height]);
  });
});

test.describe("in Korean", () => {
  test.use({ locale: "ko-KR", colorScheme: "dark" });

  test("groups, the restored design and the faults of one instance are Korean", async ({ page, expectAccessible }) => {
    const playground = new Playground(page);
    await playground.openPaused();
    await expect(page.getByRole("group", { name: "블록 그룹" }).getByRole("button")).toHaveCount(5);
    await page.getByTestId("palette-s3").click();
    await expect.poll(() => page.evaluate(() => localStorage.getItem("ninepins.design"))).toContain('"s3"');
    await page.reload();
    await expect(playground.banners).toContainText("지난번에 작업하던 설계를 다시 열었습니다.");
    await expectAccessible();
    await playground.openPaused(rootAddress + linkTo(twoServers));
    await playground.select("one");
    await expect(playground.inspector.getByText("즉시", { exact: true })).toBeVisible();
  });

  test("a log entry leads to the AWS rule behind it in Korean", async ({ page, expectAccessible }) => {
    const playground = new Playground(page);
    await terminateOne(page, playground);
    const row = page.getByTestId("log").getByRole("listitem").filter({ hasText: "미사용" });
    await expect(row.locator(".sentence")).toHaveText(/ 미사용으로 바꾸었습니다\. 남은 정상 대상 \d개가 요청을 받습니다$/);
    await expect(row.getByRole("link", { name: "ALB-12 없어진 인스턴스의 대상" })).toBeVisible();
    await playground.pause();
    await expectAccessible();
  });
});
