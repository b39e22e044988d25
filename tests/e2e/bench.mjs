// Runs workloads of `cargo xtask bench` in a browser: reads their names from its standard input, a line each, and answers
// each with a line of JSON.
import { chromium } from "@playwright/test";
import { createInterface } from "node:readline";

const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
});
const devtools = await browser.newBrowserCDPSession();

/** Seconds of the processor that each renderer has had. */
async function processorSeconds() {
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter((entry) => entry.type === "renderer");
  return new Map(renderers.map((entry) => [entry.id, entry.cpuTime]));
}

/** In a page and worker of its own, so that no workload uses memory or code that another left behind. */
async function run(workload) {
  const page = await browser.newPage();
  const marks = {};
  await page.exposeFunction("mark", async (place) => {
    marks[place] = await processorSeconds();
  });
  await page.goto(process.env.NINEPINS_BENCH_ADDRESS);
  const result = await page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const worker = new Worker("./worker.js", { type: "module" });
        worker.onmessage = async ({ data }) => {
          if (data.result) {
            resolve(data.result);
          } else {
            await globalThis.mark(data.mark);
            worker.postMessage("go on");
          }
        };
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(name);
      }),
    workload,
  );
  await page.close();
  // The renderer that did the work; the others were idle.
  const taken = [...marks.end].map(([id, seconds]) => seconds - (marks.start.get(id) ?? seconds));
  return { ...result, cpu_seconds: Math.max(...taken) };
}

for await (const workload of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await run(workload)));
}
await browser.close();
