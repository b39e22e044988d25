import { expect } from "@playwright/test";
import type { CDPSession, Locator, Page } from "@playwright/test";
import { rootAddress } from "./addresses";
import { designIn, linkTo } from "./links";
import type { Document } from "./links";

/** What the button says that pauses a run, in each language. */
const RUNNING = /^(Pause|일시 정지)$/;
const PAUSED = /^(Play|재생)$/;

/** The address of a design with nothing in it. */
export const EMPTY = rootAddress + linkTo({ ninepins: 1, engine: 1, name: "Empty" });

/** A place in the window. */
export interface Point {
  x: number;
  y: number;
}

/** What the run as a whole says of itself. */
export interface Totals {
  requests: number;
  answered: number;
  failed: number;
}

/** An entry of the log. */
export interface LogEntry {
  /** Simulated seconds since the start. */
  at: number;
  sentence: string;
}

/** The page as a person uses it. */
export class Playground {
  readonly canvas: Locator;
  readonly inspector: Locator;
  readonly scrubber: Locator;
  readonly banners: Locator;
  readonly undo: Locator;
  readonly redo: Locator;

  constructor(readonly page: Page) {
    this.canvas = page.getByTestId("canvas");
    this.inspector = page.getByTestId("inspector");
    this.scrubber = page.getByTestId("scrubber");
    this.banners = page.getByTestId("banner");
    this.undo = page.getByTestId("undo");
    this.redo = page.getByTestId("redo");
  }

  /** Opens an address and waits until it runs and can be used: what hands need arrives with the checks of the design. */
  async open(address: string = rootAddress) {
    await this.page.goto(address);
    await expect(this.page.locator("#boot")).toHaveCount(0);
    await expect(this.page.getByTestId("clock")).toBeVisible();
    await expect(this.page.getByTestId("problem-count")).toBeAttached();
  }

  /** Waits until the page has fetched what it fetches after its start: left before, it would complain of what it misses. */
  async arrived() {
    await this.page.waitForLoadState("networkidle");
    const views = () => performance.getEntriesByType("resource").some((entry) => entry.name.includes("split_views"));
    await expect.poll(() => this.page.evaluate(views), { message: "the views are here" }).toBe(true);
  }

  /** Opens an address and pauses it. */
  async openPaused(address: string = rootAddress) {
    await this.open(address);
    await this.pause();
  }

  part(id: string): Locator {
    return this.page.getByTestId(`part-${id}`);
  }

  /** The simulated time in whole seconds. */
  async now(): Promise<number> {
    return seconds(await this.page.getByTestId("clock").innerText());
  }

  async pause() {
    const button = this.page.getByTestId("play");
    if (RUNNING.test((await button.getAttribute("title")) ?? "")) {
      await button.click();
    }
    await expect(button).toHaveAttribute("title", PAUSED);
  }

  async play() {
    await this.page.getByTestId("play").click();
    await expect(this.page.getByTestId("play")).toHaveAttribute("title", RUNNING);
  }

  async speed(times: 1 | 10 | 60 | 600) {
    const button = this.page.getByRole("button", { name: `${times}×`, exact: true });
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
  }

  /** Goes to a time by the scrubber; the run is paused there. */
  async seek(to: number) {
    await this.pause();
    await this.scrubber.fill(String(to));
    await this.settleAt(to);
  }

  /** Waits for a paused run to stand at a time. */
  async settleAt(to: number) {
    await expect.poll(() => this.now(), { message: `stands at ${to} s`, timeout: 30_000 }).toBe(to);
    await expect(this.page.getByTestId("clock-note")).toHaveCount(0);
  }

  /** One of the totals of the overview, which is shown while nothing is selected. */
  async total(name: "Requests" | "Answered" | "Failed"): Promise<number> {
    const row = this.page.getByTestId("totals").locator("div", { has: this.page.getByText(name, { exact: true }) });
    return Number((await row.locator("dd").innerText()).replaceAll(",", ""));
  }

  /** The totals of a paused run: what is shown twice in a row, for they follow the clock a moment later. */
  async totals(): Promise<Totals> {
    const read = async (): Promise<Totals> => ({
      requests: await this.total("Requests"),
      answered: await this.total("Answered"),
      failed: await this.total("Failed"),
    });
    for (let tries = 0, last = await read(); tries < 20; tries += 1) {
      await this.page.waitForTimeout(500);
      const now = await read();
      if (now.requests > 0 && JSON.stringify(now) === JSON.stringify(last)) {
        return now;
      }
      last = now;
    }
    throw new Error("the totals do not stand still");
  }

  /** Goes to a time and reads the totals there. */
  async totalsAt(to: number): Promise<Totals> {
    await this.seek(to);
    return this.totals();
  }

  /** The whole log, oldest first. */
  async log(): Promise<LogEntry[]> {
    const older = this.page.getByRole("button", { name: "Older entries…" });
    while (await older.isVisible()) {
      await older.click();
    }
    const rows = await this.page.getByTestId("log").getByRole("listitem").all();
    const entries = await Promise.all(
      rows.map(async (row) => ({
        at: seconds(await row.locator(".time").innerText()),
        sentence: await row.locator(".sentence").innerText(),
      })),
    );
    return entries.reverse();
  }

  /** Selects a part by a press on it. */
  async select(id: string) {
    await this.press(id);
    await expect(this.part(id)).toHaveAttribute("aria-current", "true");
  }

  /** Selects a wire by a press on its middle. */
  async selectWire(id: string) {
    const at = await this.page.getByTestId(`wire-${id}`).locator(".wire-line").evaluate((line: SVGPathElement) => {
      const { x, y } = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM() as DOMMatrix);
      return { x, y };
    });
    await this.page.mouse.click(at.x, at.y);
    await expect(this.inspector).toHaveAttribute("data-wire", id);
  }

  /** Presses a card, or a container's title. */
  async press(id: string) {
    const { x, y } = await this.grab(id);
    await this.page.mouse.click(x, y);
  }

  /** A view that was just chosen is shown with the next frame. */
  private async drawn() {
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }

  /** Where a part can be taken hold of: a card's middle, a container's title. */
  async grab(id: string): Promise<{ x: number; y: number }> {
    const part = this.part(id);
    const title = part.locator(".container-title");
    const held = (await title.count()) > 0 ? title : part.locator(".card-ground");
    await this.drawn();
    const box = await boxOf(held);
    return (await title.count()) > 0
      ? { x: box.x + Math.min(20, box.width / 2), y: box.y + box.height / 2 }
      : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Presses on an empty place of the canvas. */
  async pressNothing() {
    const box = await boxOf(this.canvas);
    await this.page.mouse.click(box.x + 6, box.y + box.height - 6);
    await expect(this.page.getByTestId("overview")).toBeVisible();
  }

  /** Drags from one point to another in several moves, as a hand does. */
  async drag(from: { x: number; y: number }, to: { x: number; y: number }) {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 8, from.y + 8);
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Opens the settings of the selected part; a container's panel has nothing else. */
  async settings() {
    await expect(this.page.getByTestId("inspector")).toBeVisible();
    const tab = this.page.getByTestId("tab-settings");
    if (await tab.isVisible()) {
      await tab.click();
    }
  }

  /** The link that Share gives. */
  async share(): Promise<string> {
    await this.page.getByTestId("share").click();
    const address = await this.page.getByTestId("share-address").inputValue();
    await this.page.keyboard.press("Escape");
    await expect(this.page.getByTestId("share-address")).toHaveCount(0);
    return address;
  }

  /** The design as it is now. */
  async design(): Promise<Document> {
    return designIn(await this.share());
  }

  /** Undoes one step and says whether the design is this one again. */
  async undoesTo(before: Document) {
    await this.undo.click();
    expect(await this.design()).toEqual(before);
  }

  /** Adds a part to the selection by a press. */
  async alsoSelect(id: string) {
    await this.page.keyboard.down("Shift");
    await this.press(id);
    await this.page.keyboard.up("Shift");
    await expect(this.part(id)).toHaveAttribute("aria-current", "true");
  }

  /** Chooses colours in the menu. */
  async theme(name: "system" | "light" | "dark" | "contrast") {
    await this.page.getByTestId("theme").click();
    await this.page.getByTestId(`theme-${name}`).click();
  }

  /** Opens something from the file menu. */
  async openFromMenu(item: "gallery" | "outline") {
    await this.page.getByTestId("file").click();
    await this.page.getByTestId(`open-${item}`).click();
    await expect(this.page.getByTestId(`dialog-${item}`)).toBeVisible();
  }

  /** Where the block of a kind can be taken hold of in the palette. */
  async block(kind: string): Promise<Point> {
    const button = this.page.getByTestId(`palette-${kind}`);
    await button.scrollIntoViewIfNeeded();
    return middle(await boxOf(button));
  }

  /** A place in a container: by default in its lower part, below title and members. */
  async placeIn(id: string, down = 0.72): Promise<Point> {
    const box = await boxOf(this.part(id).locator(".container-frame"));
    return { x: box.x + box.width / 2, y: box.y + box.height * down };
  }

  /** Where a selected part's handle is. */
  async handle(id: string, side: "left" | "right" | "top" | "bottom"): Promise<Point> {
    const { x, y, width, height } = await boxOf(this.part(id).locator(".card-ground"));
    const across = { left: 0, right: 1, top: 0.5, bottom: 0.5 }[side];
    const down = { left: 0.5, right: 0.5, top: 0, bottom: 1 }[side];
    return { x: x + width * across, y: y + height * down };
  }

  /** Where the lower right grip of a selected container is. */
  async corner(id: string): Promise<Point> {
    await this.drawn();
    const box = await boxOf(this.part(id).locator(".container-frame"));
    return { x: box.x + box.width, y: box.y + box.height };
  }

  /** A button of the selection's bar, by what it is called in English and in Korean. */
  bar(name: RegExp): Locator {
    return this.page.getByTestId("selection-bar").getByRole("button", { name });
  }

  /** What a screen reader was told last. */
  get said(): Locator {
    return this.page.locator("#announcements-now");
  }

  /** The middle of a wire. */
  async wireMiddle(id: string): Promise<Point> {
    return this.page.getByTestId(`wire-${id}`).locator(".wire-line").evaluate((line: SVGPathElement) => {
      const at = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM() as DOMMatrix);
      return { x: at.x, y: at.y };
    });
  }

  /** The parts that are selected. */
  async selected(): Promise<string[]> {
    const parts = await this.page.locator("[data-part][aria-current]").all();
    const ids = await Promise.all(parts.map((part) => part.getAttribute("data-part")));
    return ids.map((id) => id ?? "").sort();
  }

  /** Lets a file fall on the page. */
  async dropFile(name: string, text: string) {
    const data = await this.page.evaluateHandle(
      ([name, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text], name));
        return data;
      },
      [name, text],
    );
    await this.canvas.dispatchEvent("drop", { dataTransfer: data });
  }
}

/** One or more fingers on the screen. */
export class Fingers {
  private static readonly sessions = new WeakMap<Page, CDPSession>();

  private constructor(
    private readonly session: CDPSession,
    private at: Point[],
  ) {}

  /** Puts them down. */
  static async down(page: Page, ...at: Point[]): Promise<Fingers> {
    // One for each page: where it ended with the gesture, the browser lost a tap right after it now and then.
    const session = Fingers.sessions.get(page) ?? (await page.context().newCDPSession(page));
    Fingers.sessions.set(page, session);
    const fingers = new Fingers(session, at);
    await fingers.send("touchStart", at);
    return fingers;
  }

  /** Moves them in several steps. */
  async move(...to: Point[]) {
    const from = this.at;
    for (let step = 1; step <= 8; step += 1) {
      const toward = (start: number, end: number) => start + ((end - start) * step) / 8;
      await this.send("touchMove", to.map((end, id) => ({ x: toward(from[id].x, end.x), y: toward(from[id].y, end.y) })));
    }
    this.at = to;
  }

  /** Lifts them once they rest, as a hand does. */
  async up() {
    await new Promise((rested) => setTimeout(rested, 80));
    await this.send("touchEnd", []);
  }

  private async send(type: "touchStart" | "touchMove" | "touchEnd", at: Point[]) {
    await this.session.send("Input.dispatchTouchEvent", { type, touchPoints: at.map((point, id) => ({ id, ...point })) });
  }
}

/** Drags by one finger. */
export async function dragByFinger(page: Page, from: Point, to: Point) {
  const finger = await Fingers.down(page, from);
  await finger.move(to);
  await finger.up();
}

/** A finger stays down where it is for long enough to select what is there, or to begin a frame. */
export async function hold(page: Page, at: Point): Promise<Fingers> {
  const finger = await Fingers.down(page, at);
  await page.waitForTimeout(600);
  return finger;
}

export function middle(box: { x: number; y: number; width: number; height: number }): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) {
    throw new Error(`${locator} has no box`);
  }
  return box;
}

/** The seconds of `00:12:34`. */
export function seconds(clock: string): number {
  const [hours, minutes, rest] = clock.trim().split(":").map(Number);
  return hours * 3600 + minutes * 60 + rest;
}
