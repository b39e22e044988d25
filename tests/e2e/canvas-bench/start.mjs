// Traces the start of the page for `cargo xtask bench --start-up`, on a processor four times as slow: a line of JSON a round,
// milliseconds from navigation to each step.
import { chromium } from "@playwright/test";

const rounds = Number(process.env.NINEPINS_BENCH_ROUNDS ?? 5);
const address = process.env.NINEPINS_BENCH_ADDRESS;

const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
});

/** Runs in the page before its own scripts, and notes when things happen. */
function note() {
  window.benchMarks = {};
  const mark = (name) => {
    window.benchMarks[name] ??= performance.now();
  };
  for (const name of ["instantiateStreaming", "instantiate"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      mark("page_compiled");
      return made;
    };
  }
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      mark("worker_asked_for");
      this.addEventListener("message", () => mark("worker_answers"));
    }
  };
  const look = () => {
    if (document.querySelector('[data-testid="clock"]')) mark("page_drawn");
    const clock = document.querySelector('[data-testid="clock"]')?.textContent ?? "";
    if (/[1-9]/.test(clock)) mark("clock_runs");
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** When the files of a realm were there, from its own start; and when that was. */
function fetched() {
  const files = performance.getEntriesByType("resource").filter((entry) => entry.name.endsWith(".wasm"));
  return { origin: performance.timeOrigin, files: files.map(({ name, responseEnd }) => ({ name, at: responseEnd })) };
}

async function traced(round) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(note);
  await page.goto(address);
  await page.waitForFunction(() => window.benchMarks.clock_runs, null, { timeout: 60_000 });
  const marks = await page.evaluate(() => window.benchMarks);
  const own = await page.evaluate(fetched);
  marks.page_fetched = own.files[0]?.at;
  const workers = await Promise.all(page.workers().map((worker) => worker.evaluate(fetched)));
  for (const { origin, files } of workers) {
    const at = (entry) => entry.at + origin - own.origin;
    const first = files.find((entry) => entry.name.endsWith("_bg.wasm"));
    const later = files.find((entry) => entry !== first);
    if (first) marks.worker_fetched ??= at(first);
    if (later) marks.worker_later_fetched ??= at(later);
  }
  console.log(JSON.stringify({ round, marks }));
  await context.close();
}

for (let round = 1; round <= rounds; round += 1) await traced(round);
await browser.close();
