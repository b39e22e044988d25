import type { Page } from "@playwright/test";
import { rootAddress } from "./addresses";
import { expect, test } from "./fixtures";
import { designIn, fragmentOf, linkTo } from "./links";
import { Playground } from "./playground";

const REFUSED = "The design could not be opened. ";
const NOT_A_LINK = `${REFUSED}This is not a Ninepins link.`;
const DAMAGED = `${REFUSED}The link is truncated or damaged. Ask the sender for it once more.`;
const NEWER = `${REFUSED}It was made by a newer version of Ninepins. Reload the page to get that version.`;
const NOT_A_DESIGN = `${REFUSED}The file is not a Ninepins design.`;
const TOO_LARGE = `${REFUSED}The design is too large to open.`;

const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`u${index}`, { kind: "users" }]));
const broken = [
  { name: "no link of ours", fragment: "#section-2", says: NOT_A_LINK },
  { name: "a truncated one", fragment: "#d1=AAAA", says: DAMAGED },
  { name: "one that is not base64", fragment: "#d1=%3Cscript%3E", says: DAMAGED },
  { name: "one without a design", fragment: fragmentOf("[]"), says: NOT_A_DESIGN },
  { name: "one of a later envelope", fragment: "#d2=AAAA", says: NEWER },
  { name: "one of a later document", fragment: linkTo({ ninepins: 99 }), says: NEWER },
  { name: "one that unpacks to too much", fragment: fragmentOf(" ".repeat(30_000_000)), says: TOO_LARGE },
  { name: "one that is too long", fragment: `#d1=${"A".repeat(70_000)}`, says: `${REFUSED}The link is too long.` },
  {
    name: "one with too many blocks",
    fragment: linkTo({ ninepins: 1, parts: many }),
    says: new RegExp(`^${REFUSED}The design has too many blocks\\.`),
  },
];

/** Follows a link within the open page. */
async function follow(page: Page, fragment: string) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fragment);
}

test("a broken link says why in one sentence and leaves the design alone", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  await page.getByTestId("design-name").fill("Mine");
  await page.getByTestId("design-name").press("Enter");
  for (const { name, fragment, says } of broken) {
    await follow(page, fragment);
    await expect(playground.banners, name).toHaveCount(1);
    await expect(playground.banners.getByRole("paragraph"), name).toHaveText(says);
    await expect(page.getByTestId("design-name"), name).toHaveValue("Mine");
    await expect(playground.part("alb"), name).toBeVisible();
    await playground.banners.getByRole("button", { name: "Close" }).click();
    await expect(playground.banners, name).toHaveCount(0);
  }
});

test("a broken link on arrival opens the example and says why", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open(`${rootAddress}#d1=AAAA`);
  await expect(playground.banners.getByRole("paragraph")).toHaveText(DAMAGED);
  await expect(playground.part("alb")).toBeVisible();
  const first = await playground.now();
  await expect.poll(() => playground.now()).toBeGreaterThan(first);
});

test("a broken file says why in one sentence and leaves the design alone", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const address = await playground.share();
  const files = [
    { name: "picture.json", text: "\u0089PNG\r\n", says: NOT_A_DESIGN },
    { name: "list.json", text: "[1, 2, 3]", says: NOT_A_DESIGN },
    { name: "other.json", text: '{"name": "package", "version": "1.0.0"}', says: NOT_A_DESIGN },
    { name: "empty.json", text: "", says: NOT_A_DESIGN },
    { name: "huge.json", text: " ".repeat(2_000_000), says: TOO_LARGE },
    { name: "later.json", text: '{"ninepins": 2}', says: NEWER },
  ];
  for (const { name, text, says } of files) {
    await page.getByTestId("file-input").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    await expect(playground.banners.getByRole("paragraph"), name).toHaveText(says);
    await playground.banners.getByRole("button", { name: "Close" }).click();
    await expect(playground.banners, name).toHaveCount(0);
  }
  expect(designIn(await playground.share())).toEqual(designIn(address));
});

test("names with markup are shown as they are and run nothing", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const design = designIn(await playground.share());
  const markup = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
  design.name = markup;
  design.parts.alb.name = "<b>bold</b>";
  design.parts.api.name = markup;
  design.parts.vpc.name = markup;
  design.scenario.events = [{ at_ms: 1_000, do: "primary_failure", part: "db" }];
  design.parts.db.name = '"><script>document.title=1</script>';
  await follow(page, linkTo(design));

  await expect(page.getByTestId("design-name")).toHaveValue(markup);
  await expect(page).toHaveTitle(`${markup} · Ninepins`);
  await expect(playground.part("alb")).toContainText("<b>bold");
  await expect(playground.part("vpc")).toContainText("<img src=x");
  await playground.select("api");
  await expect(page.getByTestId("part-name")).toHaveValue(markup);
  await playground.seek(30);
  await expect(page.getByTestId("log")).toContainText('the host of the primary of "><script>document.title=1</script> failed');
  await expect(page.locator("img, b, #app script")).toHaveCount(0);
  await expect(page).toHaveTitle(`${markup} · Ninepins`);
});

test("a document with odd values is repaired, and the page says how", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const design = designIn(await playground.share());
  design.parts.users.requests_per_second = -5;
  design.parts.alb.colour = "red";
  design.parts.vpc.in = "az-a";
  await follow(page, linkTo(design));
  await expect(playground.banners).toHaveCount(1);
  await expect(playground.banners).toContainText("The design was opened with changes.");
  await expect(playground.banners).toContainText("parts.alb.colour");
  await expect(playground.part("alb")).toBeVisible();
  await playground.seek(5);
});

test("a saved design that cannot be read is put aside", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("ninepins.design", "{"));
  const playground = new Playground(page);
  await playground.openPaused();
  await expect(playground.banners).toContainText("could not be read");
  await expect(playground.part("alb")).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("ninepins.design.broken"))).toBe("{");
});
