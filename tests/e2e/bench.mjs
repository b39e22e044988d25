// Runs workloads of `cargo xtask bench` in a browser: reads their names from its standard input, a line each, and answers
// each with a line of JSON.
import { chromium } from "@playwright/test";
import { createInterface } from "node:readline";

const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
});

/** In a page and worker of its own, so that no workload uses memory or code that another left behind. */
async function run(workload) {
  const page = await browser.newPage();
  await page.goto(process.env.NINEPINS_BENCH_ADDRESS);
  const result = await page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const worker = new Worker("./worker.js", { type: "module" });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(name);
      }),
    workload,
  );
  await page.close();
  return result;
}

for await (const workload of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await run(workload)));
}
await browser.close();
