// Measures the page while its engine works hard for `cargo xtask bench --full-speed`: a line of JSON a run.
import { chromium } from "@playwright/test";
import { traced } from "./trace.mjs";

const rounds = Number(process.env.NINEPINS_BENCH_ROUNDS ?? 3);
const address = process.env.NINEPINS_BENCH_ADDRESS;
const runs = JSON.parse(process.env.NINEPINS_BENCH_RUNS);
/** Until caches are full and the browser has compiled for good what it compiled in haste; and how long is measured. */
const [WARM_UP_MS, MEASURED_MS] = [8_000, 10_000];

const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
});
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Simulated seconds and requests so far, and the clock's milliseconds. */
function seen() {
  const clock = document.querySelector('[data-testid="clock"]').textContent;
  const [hours, minutes, seconds] = clock.split(":").map(Number);
  return {
    simulated: hours * 3_600 + minutes * 60 + seconds,
    requests: Number(document.querySelector('[data-testid="totals"] dd').textContent.replaceAll(/\D/g, "")),
    at: performance.now(),
  };
}

async function measure({ name, speed, design }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  const page = await context.newPage();
  await page.addInitScript(
    ([text, speed]) => {
      localStorage.setItem("ninepins.design", text);
      localStorage.setItem("ninepins.speed", speed);
    },
    [JSON.stringify(design), String(speed)],
  );
  await page.goto(address);
  await page.locator('[data-testid="part-api"]').waitFor();
  await wait(WARM_UP_MS);
  const before = await page.evaluate(seen);
  const { cpu, long } = await traced(browser, page, () => wait(MEASURED_MS));
  const after = await page.evaluate(seen);
  const seconds = (after.at - before.at) / 1_000;
  const held = (after.simulated - before.simulated) / seconds;
  console.log(JSON.stringify({ name, held, requests_per_s: (after.requests - before.requests) / seconds, cpu, long }));
  await context.close();
}

for (let round = 1; round <= rounds; round += 1) {
  for (const run of runs) await measure(run);
}
await browser.close();
