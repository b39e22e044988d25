import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { designIn } from "./links";
import { Playground } from "./playground";

/** The presets with something in them: a part that each has, and the first of its experiments. */
const presets = [
  { id: "single_instance", part: "server", experiment: "Terminate the server" },
  { id: "two_tier_one_az", part: "web-db", experiment: "Power off the zone for five minutes" },
  { id: "static_site", part: "site", experiment: "Empty the caches" },
  { id: "seed_architecture", part: "replica", experiment: "Power off a zone" },
  { id: "three_az", part: "shop", experiment: "Power off zone c" },
  { id: "static_stability", part: "stable", experiment: "Power off zone b" },
  { id: "two_regions", part: "alb-tokyo", experiment: "Lose Seoul" },
  { id: "connection_pool_trap", part: "orders", experiment: "Three times the traffic for five minutes" },
  { id: "retry_storm_trap", part: "checkout", experiment: "Twice the traffic for twenty seconds" },
  { id: "cache_loss_trap", part: "catalog", experiment: "Fail the cache's node" },
  { id: "wordpress", part: "blog", experiment: "Fail the database's host" },
  { id: "queue_and_workers", part: "workers", experiment: "Five times the orders for five minutes" },
];

async function openGallery(page: Page) {
  await page.getByTestId("file").click();
  await page.getByTestId("open-gallery").click();
  await expect(page.getByTestId("gallery")).toBeVisible();
}

async function openPreset(page: Page, id: string) {
  await openGallery(page);
  await page.getByTestId(`open-${id}`).click();
  await expect(page.getByTestId("gallery")).toHaveCount(0);
}

test("each preset opens, runs without a failure or an error, and offers its own experiments first", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  for (const { id, part, experiment } of presets) {
    await openPreset(page, id);
    await expect(playground.part(part), id).toBeVisible();
    await expect(page.locator(".experiment strong").first(), id).toHaveText(experiment);
    await expect.poll(() => playground.total("Answered"), `${id} serves`).toBeGreaterThan(500);
    expect(await playground.total("Failed"), id).toBe(0);
    await page.getByTestId("problems").click();
    await expect(page.getByRole("group", { name: "Problems" }).getByText("Error"), id).toHaveCount(0);
    await page.keyboard.press("Escape");
  }
});

test("a preset's experiment does what it says", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await openPreset(page, "connection_pool_trap");
  await playground.seek(30);
  await page.getByRole("button", { name: /Three times the traffic for five minutes/ }).click();
  await playground.seek(90);
  await expect(page.getByTestId("overview").getByText("Pool exhausted")).toBeVisible();
  await expect.poll(() => playground.total("Failed")).toBeGreaterThan(5_000);
});

test("the design before comes back by undo, with its own history", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("replica");
  await page.keyboard.press("Delete");
  await expect(playground.part("replica")).toHaveCount(0);

  await openPreset(page, "single_instance");
  await expect(playground.part("server")).toBeVisible();
  await expect(page.getByTestId("design-name")).toHaveValue("One server");
  await page.getByRole("button", { name: "Undo open" }).click();
  await expect(playground.part("server")).toHaveCount(0);
  await expect(playground.part("db")).toBeInViewport();
  await page.getByRole("button", { name: "Undo remove" }).click();
  await expect(playground.part("replica")).toBeVisible();

  await playground.redo.click();
  await playground.redo.click();
  await expect(playground.part("server")).toBeInViewport();
  expect(Object.keys(designIn(await playground.share()).parts)).toContain("server");
});

test("the gallery by keyboard, from the empty canvas", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByTestId("file").click();
  await page.getByRole("button", { name: "New design" }).click();
  await page.getByTestId("empty-gallery").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Start from an example" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("gallery")).toHaveCount(0);
  await expect(page.getByTestId("empty-gallery")).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(page.getByTestId("gallery")).toBeVisible();
  for (let presses = 0; presses < 12; presses += 1) {
    if (await page.getByTestId("open-three_az").evaluate((button) => button === document.activeElement)) {
      break;
    }
    await page.keyboard.press("Tab");
  }
  await expect(page.getByRole("button", { name: "Open “Three zones, statically stable”" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(playground.part("shop")).toBeVisible();
});

test("a card says which design is on the canvas, and all of it opens", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await openGallery(page);
  await expect(page.getByTestId("preset-seed_architecture")).toContainText("On the canvas");
  const card = page.getByTestId("preset-static_site");
  await expect(card.locator("svg.gallery-picture .part-card")).toHaveCount(5);
  await expect(card).toContainText("Empty the caches");
  await card.click({ position: { x: 40, y: 40 } });
  await expect(playground.part("site")).toBeVisible();
});

for (const scheme of ["light", "dark"] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });

    test("the gallery, the tour's offer and the tour are accessible", async ({ page, expectAccessible }) => {
      const playground = new Playground(page);
      await playground.openPaused();
      await expect(page.getByTestId("tour-offer")).toBeVisible();
      await openGallery(page);
      await expectAccessible();
      await page.keyboard.press("Escape");
      await page.getByTestId("tour-accept").click();
      for (const stop of ["play", "zone", "experiments", "log", "share"]) {
        await expect(page.getByTestId("tour")).toHaveAttribute("data-stop", stop);
        await expectAccessible();
        await page.getByTestId("tour-next").click();
      }
      await expect(page.getByTestId("tour")).toHaveCount(0);
    });
  });
}

test("the tour is offered without taking the focus, and not again once declined", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await expect(page.getByTestId("tour-offer")).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
  await page.getByTestId("tour-decline").click();
  await expect(page.getByTestId("tour-offer")).toHaveCount(0);
  await page.reload();
  await expect(page.getByTestId("clock")).toBeVisible();
  await expect(page.getByTestId("tour-offer")).toHaveCount(0);
});

test("over a link the tour is offered once, and whoever begins to work is left alone", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const link = await playground.share();
  await expect(page.getByTestId("tour-offer")).toBeVisible();
  await playground.select("replica");
  await page.keyboard.press("Delete");
  await expect(page.getByTestId("tour-offer")).toHaveCount(0);

  await page.evaluate(() => localStorage.clear());
  await playground.arrived();
  await page.goto("about:blank");
  await playground.open(link);
  await expect(page.getByTestId("tour-offer")).toBeVisible();
  await playground.arrived();
  await page.reload();
  await expect(page.getByTestId("clock")).toBeVisible();
  await expect(page.getByTestId("tour-offer")).toHaveCount(0);
});

test("the tour by keyboard, from the file menu", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByTestId("file").focus();
  await page.keyboard.press("Enter");
  await page.getByTestId("take-tour").focus();
  await page.keyboard.press("Enter");
  const next = page.getByTestId("tour-next");
  await expect(next).toBeFocused();
  await expect(page.getByRole("dialog", { name: "It really runs, in this browser" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Every block is alive" })).toBeVisible();
  await expect(next).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByTestId("tour-back")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "It really runs, in this browser" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("tour")).toHaveCount(0);
  await expect(page.getByTestId("file")).toBeFocused();
});

test("the page goes on beside the tour", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByTestId("tour-accept").click();
  await expect(page.getByTestId("tour")).toBeVisible();
  await page.getByTestId("play").click();
  await expect(page.getByTestId("play")).toHaveAttribute("title", "Play");
  await page.getByTestId("tour-next").click();
  await playground.select("cdn");
  await expect(page.getByTestId("tour")).toBeVisible();
  await page.getByTestId("tour-skip").click();
  await expect(page.getByTestId("tour")).toHaveCount(0);
});

test("the tour ends with the design that it began beside", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByTestId("tour-accept").click();
  await expect(page.getByTestId("tour")).toBeVisible();
  await page.getByTestId("file").click();
  await page.getByTestId("new-design").click();
  await expect(page.getByTestId("empty-gallery")).toBeVisible();
  await expect(page.getByTestId("tour")).toHaveCount(0);
});

test.describe("in Korean", () => {
  test.use({ locale: "ko-KR" });

  test("the gallery and the tour speak Korean", async ({ page, expectAccessible }) => {
    const playground = new Playground(page);
    await playground.open();
    await page.getByTestId("tour-accept").click();
    await expect(page.getByTestId("tour")).toContainText("이 브라우저에서 실제로 실행됩니다");
    await page.keyboard.press("Escape");
    await openGallery(page);
    await expect(page.getByRole("dialog", { name: "예제로 시작" })).toContainText("커넥션 풀의 함정");
    await expectAccessible();
    await page.getByRole("button", { name: "‘재시도 폭풍의 함정’ 열기" }).click();
    await expect(page.getByTestId("design-name")).toHaveValue("재시도 폭풍의 함정");
    await expect(page.locator(".experiment strong").first()).toHaveText("20초 동안 트래픽 2배");
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

  test("the gallery and the tour by touch stay within the screen", async ({ page }) => {
    const playground = new Playground(page);
    await playground.open();
    await page.getByTestId("tour-accept").tap();
    for (const stop of ["play", "zone", "experiments", "log", "share"]) {
      await expect(page.getByTestId("tour")).toHaveAttribute("data-stop", stop);
      await expect
        .poll(async () => {
          const box = await page.getByTestId("tour").boundingBox();
          return box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= 390 && box.y + box.height <= 844;
        }, `the callout at ${stop} is on the screen`)
        .toBe(true);
      await page.getByTestId("tour-next").tap();
    }
    await expect(page.getByTestId("tour")).toHaveCount(0);

    await page.getByTestId("file").tap();
    await page.getByTestId("open-gallery").tap();
    await expect(page.getByTestId("gallery")).toBeVisible();
    expect(await page.getByTestId("gallery").evaluate((gallery) => gallery.scrollWidth - gallery.clientWidth)).toBe(0);
    await page.getByTestId("open-retry_storm_trap").tap();
    await expect(playground.part("checkout")).toBeVisible();
  });
});
