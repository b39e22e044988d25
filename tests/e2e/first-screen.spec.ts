import { expect, test } from "./fixtures";
import { Playground } from "./playground";

const screens = [
  { name: "large", size: { width: 1440, height: 900 } },
  { name: "small", size: { width: 390, height: 844 } },
];

for (const { name, size } of screens) {
  test.describe(`on a ${name} screen`, () => {
    test.use({ viewport: size });

    test("the first screen serves requests without a click", async ({ page }) => {
      const playground = new Playground(page);
      await playground.open();

      const first = await playground.now();
      await expect.poll(() => playground.now(), "the clock moves").toBeGreaterThan(first + 5);
      for (const id of ["users", "dns", "cdn", "web", "alb"]) {
        await expect(playground.part(id).locator(".card-line"), id).toHaveText(/^[1-9][\d,.]* req\/s/);
      }
      await expect(playground.part("api").locator(".card-line")).toHaveText(/^4 up · CPU \d/);
      await expect(playground.part("db").locator(".card-line")).toHaveText(/CPU \d/);
      await expect(page.getByRole("img", { name: /^api\/\d+, Healthy/ })).toHaveCount(4);
      await expect(page.getByRole("img", { name: /Unhealthy|Down/ })).toHaveCount(0);

      if (name === "small") {
        await page.getByRole("button", { name: "Inspector" }).click();
      }
      const before = await playground.total("Requests");
      await expect.poll(() => playground.total("Requests"), "the count grows").toBeGreaterThan(before);
      expect(await playground.total("Answered")).toBeGreaterThan(0);
      expect(await playground.total("Failed")).toBe(0);
      await expect(page.getByTestId("overview").getByText("No request has failed.")).toBeVisible();
    });
  });
}

test("dots show the traffic, and none where little motion is asked for", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const playground = new Playground(page);
  await playground.open();
  const dots = page.locator("canvas.particles");
  const painted = () =>
    dots.evaluate((canvas: HTMLCanvasElement) => {
      if (canvas.width === 0 || canvas.height === 0) {
        return 0;
      }
      // Read from a copy: reading the page's own canvas would slow it down and warn.
      const copy = document.createElement("canvas");
      copy.width = canvas.width;
      copy.height = canvas.height;
      const context = copy.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
      context.drawImage(canvas, 0, 0);
      const { data } = context.getImageData(0, 0, copy.width, copy.height);
      return data.filter((value, index) => index % 4 === 3 && value > 0).length;
    });
  await expect.poll(painted, "dots").toBeGreaterThan(20);

  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect.poll(painted, "no dots").toBe(0);
  const before = await playground.now();
  await expect.poll(() => playground.now(), "it still runs").toBeGreaterThan(before);
  expect(await painted()).toBe(0);
});
