import type { Page } from "@playwright/test";
import { rootAddress } from "./addresses";
import { expect, test } from "./fixtures";
import { linkTo } from "./links";
import { EMPTY, Playground } from "./playground";

/** The kinds of parts that the example lacks, to be looked at too. */
const OTHERS =
  rootAddress +
  linkTo({
    ninepins: 1,
    engine: 1,
    name: "The others",
    parts: {
      seoul: { kind: "region", at: [0, 0] },
      vpc: { kind: "vpc", in: "seoul", at: [8, 96] },
      "az-a": { kind: "az", in: "vpc", at: [16, 32], zone: "ap-northeast-2a" },
      "pub-a": { kind: "subnet", in: "az-a", at: [8, 32] },
      server: { kind: "ec2", in: "pub-a", at: [16, 40] },
      note: { kind: "note", at: [780, 0], text: "A note" },
      frame: { kind: "frame", at: [780, 200], name: "A frame" },
    },
  });

type Look = "light" | "dark" | "contrast";

/** The page in these colours. */
async function opened(page: Page, look: Look, address?: string): Promise<Playground> {
  const playground = new Playground(page);
  await page.addInitScript((theme) => {
    if (location.protocol.startsWith("http")) {
      localStorage.setItem("ninepins.theme", theme);
    }
  }, look);
  await playground.openPaused(address);
  if (look === "contrast") {
    await expect(page.locator("html")).toHaveAttribute("data-contrast", "light");
  } else {
    await expect(page.locator("html")).toHaveAttribute("data-theme", look);
  }
  return playground;
}

for (const [look, locale] of [
  ["light", "ko-KR"],
  ["dark", "en-US"],
  ["contrast", "ko-KR"],
] as const) {
  test.describe(`${look}, ${locale}`, () => {
    test.use({ viewport: { width: 1440, height: 900 }, locale });

    test("every dialog and every panel that opens is accessible", async ({ page, expectAccessible }) => {
      test.slow();
      const playground = await opened(page, look);
      await page.getByTestId("tour-accept").click();
      await expectAccessible();
      await page.getByTestId("tour-skip").click();
      for (const menu of ["share", "file", "problems", "theme"]) {
        await page.getByTestId(menu).click();
        await expect(page.locator(".popover-panel")).toBeVisible();
        await expectAccessible();
        await page.keyboard.press("Escape");
        await expect(page.locator(".popover-panel")).toHaveCount(0);
      }
      await playground.selectWire("w5");
      await expectAccessible();
      await playground.select("replica");
      await page.keyboard.press("Delete");
      await playground.select("alb");
      await page.getByTestId("history").click();
      await expectAccessible();
      await page.keyboard.press("Escape");
      await expect(page.getByTestId("dialog-history")).toHaveCount(0);
      for (const [key, dialog] of [
        ["Control+k", "commands"],
        ["?", "shortcuts"],
      ]) {
        await page.keyboard.press(key);
        await expect(page.getByTestId(`dialog-${dialog}`)).toBeVisible();
        await expectAccessible();
        await page.keyboard.press("Escape");
        await expect(page.getByTestId(`dialog-${dialog}`)).toHaveCount(0);
      }
      await playground.openFromMenu("gallery");
      await expectAccessible();
    });

    test("offers, the canvas with nothing and the panels of notes, frames and instances are accessible", async ({
      page,
      expectAccessible,
    }) => {
      test.slow();
      const playground = await opened(page, look, EMPTY);
      await expectAccessible();
      await page.getByTestId("palette-alb").click();
      await expect(page.getByTestId("offer")).toBeVisible();
      await expectAccessible();
      await page.getByTestId("offer-no").click();
      await page.getByTestId("palette-users").click();
      await playground.part("users").focus();
      await page.keyboard.press("n");
      await expect(page.getByTestId("next-alb")).toBeVisible();
      await expectAccessible();
      await page.goto("about:blank");
      await playground.openPaused(OTHERS);
      for (const id of ["server", "note", "frame"]) {
        await playground.part(id).focus();
        await page.keyboard.press("Enter");
        await expect(playground.inspector).toHaveAttribute("data-part", id);
        await expectAccessible();
        await playground.settings();
        await expectAccessible();
        await page.keyboard.press("Escape");
      }
    });

    test("on a phone every sheet and every dialog is accessible", async ({ page, expectAccessible }) => {
      test.slow();
      await page.setViewportSize({ width: 390, height: 844 });
      const playground = await opened(page, look);
      await playground.press("api");
      for (const sheet of ["palette", "inspector", "log", "charts"]) {
        await page.getByTestId(`sheet-${sheet}`).click();
        await expectAccessible();
      }
      await page.getByTestId("sheet-inspector").click();
      await page.getByTestId("tab-settings").click();
      await expectAccessible();
      await page.getByTestId("sheet-inspector").click();
      for (const dialog of ["gallery", "outline"] as const) {
        await playground.openFromMenu(dialog);
        await expectAccessible();
        await page.keyboard.press("Escape");
        await expect(page.getByTestId(`dialog-${dialog}`)).toHaveCount(0);
      }
      await page.getByTestId("history").click();
      await expectAccessible();
    });
  });
}
