// Measures the canvas beside React Flow for `cargo xtask bench --canvas`: a line of JSON on standard output a sample.
import { chromium } from "@playwright/test";
import { SIZES, designOf } from "./design.mjs";
import { GESTURES } from "./gestures.mjs";
import { traced } from "./trace.mjs";

const rounds = Number(process.env.NINEPINS_BENCH_ROUNDS ?? 3);
const only = process.env.NINEPINS_BENCH_ONLY ?? "";
const own = process.env.NINEPINS_BENCH_ADDRESS;
const reactFlow = process.env.NINEPINS_BENCH_REACT_FLOW;

const SUBJECTS = [
  { name: "ninepins", address: own, surface: ".canvas-surface", card: '[data-testid="part-asg-3"]' },
  { name: "react-flow", address: `${reactFlow}?live`, surface: ".react-flow", card: '[data-id="asg-3"]' },
  { name: "react-flow-static", address: reactFlow, surface: ".react-flow", card: '[data-id="asg-3"]' },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
});
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const tell = (sample) => console.log(JSON.stringify(sample));

/** A page of its own with the document where each of the two looks for it. */
async function opened(subject, design) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US", colorScheme: "light" });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(subject.name, error.message));
  await page.addInitScript((text) => {
    localStorage.setItem("ninepins.design", text);
    localStorage.setItem("ninepins.speed", "10");
  }, JSON.stringify(design));
  await page.goto(subject.address);
  await page.locator(subject.card).waitFor();
  await wait(4_000);
  return page;
}

async function middleOf(locator) {
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function measure(subject, size, round) {
  const page = await opened(subject, designOf(size));
  const box = await page.locator(subject.surface).boundingBox();
  // Both then draw a frame whenever the screen does, also where nothing changes.
  await page.evaluate(() => requestAnimationFrame(function again() { requestAnimationFrame(again); }));
  for (const [gesture, act] of Object.entries(GESTURES)) {
    if (!gesture.includes(only)) continue;
    const at = { box, card: await middleOf(page.locator(subject.card)) };
    const result = await traced(browser, page, () => act(page, at));
    tell({ round, subject: subject.name, parts: size.parts, wires: size.wires, gesture, ...result });
    await wait(300);
  }
  if (process.env.NINEPINS_BENCH_PICTURES) {
    await page.screenshot({ path: `${process.env.NINEPINS_BENCH_PICTURES}/${subject.name}-${size.parts}.png` });
  }
  await page.context().close();
}

/** From navigation to the first frame that shows a running clock, on a processor four times as slow. */
async function start(round) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    const look = () => {
      const clock = document.querySelector('[data-testid="clock"]')?.textContent ?? "";
      if (/[1-9]/.test(clock)) window.benchStarted = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(own);
  const ms = await (await page.waitForFunction(() => window.benchStarted, null, { timeout: 60_000 })).jsonValue();
  tell({ round, subject: "ninepins", gesture: "start", cpu: [ms], wall: [ms], long: 0, parts: 0, wires: 0 });
  await context.close();
}

for (let round = 1; round <= rounds; round += 1) {
  if ("start".includes(only)) await start(round);
  for (const size of SIZES) {
    for (const subject of SUBJECTS) {
      if (subject.address?.startsWith("http")) await measure(subject, size, round);
    }
  }
}
await browser.close();
