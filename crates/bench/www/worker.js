// Runs one workload in a worker of its own and answers with what it measured.
import init, { BrowserBench } from "./ninepins_bench.js";

const REWINDS = 32;
const NAMES = ["requests", "api_requests", "failed", "events", "hops", "simulated_ns"];

onmessage = async ({ data: workload }) => {
  const { memory } = await init();
  const bench = new BrowserBench(workload);
  const warmUp = bench.warm_up_slices();
  const measured = bench.measured_slices();
  for (let slice = 0; slice < warmUp; slice += 1) {
    bench.slice();
    // As in the page's worker, the browser gets a turn between two slices.
    await new Promise((resolve) => setTimeout(resolve));
  }
  const before = bench.counts();
  const started = performance.now();
  for (let slice = 0; slice < measured; slice += 1) {
    bench.slice();
  }
  const ended = performance.now();
  const after = bench.counts();
  const checksum = bench.checksum();
  const bytes = memory.buffer.byteLength;
  let rewind_us = null;
  if (bench.rewind()) {
    const rewound = performance.now();
    for (let count = 0; count < REWINDS; count += 1) {
      bench.rewind();
    }
    rewind_us = ((performance.now() - rewound) / REWINDS) * 1000;
  }
  const counts = NAMES.map((name, index) => [name, Number(after[index] - before[index])]);
  const seconds = (ended - started) / 1000;
  postMessage({ workload, seconds, ...Object.fromEntries(counts), checksum, rewind_us, bytes });
};
