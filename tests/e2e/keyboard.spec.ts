import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { Playground } from "./playground";

/** What has the focus: its test id, part or name, and whether it shows that. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) {
      return { what: "nothing", shows: false, inView: false };
    }
    // A number and its unit are one field, whose border has the ring.
    const field = element.closest(".number-field") ?? element;
    const painted = [field, ...element.querySelectorAll(".card-ground, .container-frame, .glyph")];
    const shows =
      element.matches(":focus-visible") &&
      (painted.some((each) => {
        const style = getComputedStyle(each);
        return (
          (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) ||
          style.boxShadow !== "none" ||
          (each instanceof SVGElement && parseFloat(style.strokeWidth) >= 3)
        );
      }) ||
        // The thumb of a slider has the ring; its style cannot be asked for.
        element.matches("input[type=range]"));
    const box = element.getBoundingClientRect();
    return {
      what:
        element.getAttribute("data-part") ??
        element.getAttribute("data-testid") ??
        element.getAttribute("aria-label") ??
        element.textContent ??
        "",
      shows,
      inView: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    };
  });
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, wanted: (what: string) => boolean, key = "Tab", most = 80) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key);
    const { what } = await focused(page);
    if (wanted(what)) {
      return what;
    }
  }
  throw new Error(`not reached by ${most} times ${key}`);
}

test("space plays and pauses from where the page starts", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.keyboard.press("Space");
  await expect(page.getByTestId("play")).toHaveAttribute("title", "Play");
  await page.keyboard.press("Space");
  await expect(page.getByTestId("play")).toHaveAttribute("title", "Pause");
});

test("Tab goes through the whole page, and the focus is always seen", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.keyboard.press("Space");
  const seen: string[] = [];
  for (let presses = 0; presses < 90; presses += 1) {
    await page.keyboard.press("Tab");
    const { what, shows, inView } = await focused(page);
    if (what === "nothing") {
      break;
    }
    expect(shows, `“${what}” shows its focus`).toBe(true);
    expect(inView, `“${what}” is in view`).toBe(true);
    seen.push(what);
  }
  for (const id of ["design-name", "play", "speed-600", "share", "language", "theme", "palette-search", "palette-ec2"]) {
    expect(seen, id).toContain(id);
  }
  for (const id of ["zoom-in", "scrubber", "try-zone"]) {
    expect(seen, id).toContain(id);
  }
  // Rows of costs have parts' names too, and are where the causes are: beyond the experiments.
  const before = seen.slice(0, seen.indexOf("try-zone"));
  expect(
    before.filter((what) => ["cdn", "users", "dns", "seoul", "alb"].includes(what)),
    "the canvas is one stop",
  ).toHaveLength(1);
});

test("the canvas by keyboard: walk, select, move, inspect, break", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const parts = ["seoul", "cdn", "web", "cert-api", "dns", "vpc", "alb", "users", "api", "db", "virginia"];
  await page.getByTestId("design-name").focus();
  await tabTo(page, (what) => parts.includes(what));

  // To the cards at the left, and from there down.
  for (let presses = 0; presses < 12 && (await focused(page)).what !== "users"; presses += 1) {
    const { what } = await focused(page);
    await page.keyboard.press(what === "cdn" || what === "dns" ? "ArrowDown" : "ArrowLeft");
    await expect.poll(async () => (await focused(page)).what, `away from ${what}`).not.toBe(what);
    expect((await focused(page)).shows, "the focus is seen").toBe(true);
  }
  expect((await focused(page)).what).toBe("users");

  await page.keyboard.press("Enter");
  await expect(playground.part("users")).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("button", { name: "Undo move" })).toBeEnabled();
  expect((await focused(page)).what, "the focus stays on the part").toBe("users");
  await page.keyboard.press("Control+z");
  await expect(playground.undo).toBeDisabled();
  expect((await focused(page)).what).toBe("users");

  await page.keyboard.press("Enter");
  await expect.poll(async () => (await focused(page)).what).toBe("part-name");
  await tabTo(page, (what) => what === "fault-traffic-5");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("event-chip")).toHaveCount(1);
  expect((await focused(page)).what, "the focus stays on the button").toBe("fault-traffic-5");
  await tabTo(page, (what) => what === "tab-now", "Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Settings" })).toHaveAttribute("aria-selected", "true");
  await expect.poll(async () => (await focused(page)).what, "the focus follows the tab").toBe("tab-settings");
});

test("a part is removed by keyboard, and the focus goes to the next", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.part("cert-api").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Delete");
  await expect(playground.part("cert-api")).toHaveCount(0);
  await expect.poll(async () => (await focused(page)).what).not.toBe("nothing");
  await expect(page.locator("[data-part]:focus")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(playground.part("cert-api")).toHaveCount(1);
});

test("two parts are wired by keyboard", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.selectWire("w1");
  await playground.inspector.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByTestId("wire-w1")).toHaveCount(0);
  await playground.part("users").focus();
  await page.keyboard.press("w");
  await expect(page.locator("#announcements-now")).toHaveText(/^Wiring from users\./);
  await page.keyboard.press("ArrowUp");
  await expect(page.locator("#announcements-now")).toHaveText(/^dns/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("img", { name: "Clients from users to dns" })).toHaveCount(1);
  await expect(page.locator("#announcements-now")).toHaveText(/^Wired users to dns\./);
  expect((await focused(page)).what).toBe("users");
});

test("a panel that opens is closed by Escape, and the focus goes back to its button", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  for (const name of ["Share", "File"]) {
    const button = page.getByRole("button", { name, exact: true });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(button).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("Escape");
    await expect(button).toHaveAttribute("aria-expanded", "false");
    await expect(button).toBeFocused();
  }
});

test("Escape closes an open panel at once, whatever is selected and wherever the keyboard went", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await playground.select("alb");
  // The key comes in the same moment as the panel: nothing may have run in between.
  await page.getByTestId("share").evaluate((button: HTMLElement) => {
    button.click();
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  });
  await expect(page.getByTestId("share")).toHaveAttribute("aria-expanded", "false");
  await page.getByTestId("share").click();
  await playground.part("alb").focus();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("share-address")).toHaveCount(0);
  await expect(playground.part("alb"), "the selection stays").toHaveAttribute("aria-current", "true");
});

test("the keyboard is at a block that was added by a command; at the open canvas arrows move the view, and with Ctrl lead to a part", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await page.keyboard.press("Control+k");
  await page.getByTestId("command-search").fill("S3 bucket");
  await expect(page.getByRole("option").first()).toContainText("S3 bucket");
  await page.keyboard.press("Enter");
  await expect(playground.part("s3")).toBeFocused();
  const canvas = await playground.canvas.boundingBox();
  await page.mouse.click((canvas?.x ?? 0) + 6, (canvas?.y ?? 0) + 6);
  await expect(playground.part("s3")).not.toBeFocused();
  const before = await playground.part("alb").boundingBox();
  const moved = async () => {
    const now = await playground.part("alb").boundingBox();
    return [Math.round((now?.x ?? 0) - (before?.x ?? 0)), Math.round((now?.y ?? 0) - (before?.y ?? 0))];
  };
  await page.keyboard.press("ArrowRight");
  await expect.poll(moved).toEqual([-64, 0]);
  await page.keyboard.press("Shift+ArrowUp");
  await expect.poll(moved).toEqual([-64, 256]);
  await page.keyboard.press("Enter");
  expect(await playground.selected(), "Enter chooses nothing that nobody is at").toEqual([]);
  await page.keyboard.press("Control+ArrowLeft");
  await expect(page.locator("[data-part]:focus")).toBeInViewport();
});
