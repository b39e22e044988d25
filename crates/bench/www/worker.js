// Runs one workload in a worker of its own and answers with what it measured.
import init, { BrowserBench } from "./ninepins_bench.js";

const REWINDS = 32;
const COPIES = 32;
const BATCHES = 3;
const FRAMES = 256;
const HISTORIES = 8;
const NAMES = ["requests", "api_requests", "failed", "events", "hops", "simulated_ns"];

/** Mean microseconds of doing something so many times. */
function microseconds(times, action) {
  const started = performance.now();
  for (let count = 0; count < times; count += 1) {
    action();
  }
  return ((performance.now() - started) * 1000) / times;
}

/** Bytes of a frame, and the time to write and to read it. */
function frame(bench, everything, times) {
  bench.make_frame(everything);
  const bytes = bench.encode();
  const encode_us = microseconds(times, () => bench.encode());
  const decode_us = microseconds(times, () => bench.decode());
  return { bytes, encode_us, decode_us };
}

/** Bytes of a copy of the state, by what the last batch made the memory grow, and the time to make one in the fastest. */
function copies(bench, memory) {
  let us = Infinity;
  let bytes = null;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    // All are kept: the first ones take memory that was free, the last ones only new memory.
    const before = memory.buffer.byteLength;
    us = Math.min(us, microseconds(COPIES, () => bench.copy()));
    bytes = (memory.buffer.byteLength - before) / COPIES;
  }
  return { bytes, us };
}

/** What the engine's state costs, of a workload that has an engine. */
function state(bench, memory, workload) {
  const { bytes, us: checkpoint_us } = copies(bench, memory);
  const [estimated_bytes, most_in_flight] = bench.last_copy();
  if (most_in_flight === undefined) {
    return null;
  }
  const { bytes: start_bytes } = copies(new BrowserBench(workload), memory);
  bench.drop_copies();
  bench.rewind();
  const rewind_us = microseconds(REWINDS, () => bench.rewind());
  const result = { most_in_flight, bytes, start_bytes, estimated_bytes, checkpoint_us, rewind_us };
  return { ...result, frame: frame(bench, false, FRAMES) };
}

/** Milliseconds of every seek through half an hour, from its end to its start, and back again. */
function seek(workload) {
  const bench = new BrowserBench(workload);
  const start_to_end_ms = microseconds(1, () => bench.seek(bench.last_second())) / 1000;
  const history = frame(bench, true, HISTORIES);
  const seconds = [...bench.seeks()];
  const milliseconds = (second) => microseconds(1, () => bench.seek(second)) / 1000;
  const ms = seconds.map(milliseconds);
  const forward_ms = seconds.reverse().map(milliseconds);
  return { ms, forward_ms, start_to_end_ms, frame: history };
}

/** Tells the page where the measured part begins or ends, and waits until it has looked at the processor's time. */
function mark(place) {
  return new Promise((resolve) => {
    onmessage = () => resolve();
    postMessage({ mark: place });
  });
}

async function measure(workload) {
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
  await mark("start");
  const started = performance.now();
  for (let slice = 0; slice < measured; slice += 1) {
    bench.slice();
  }
  const seconds = (performance.now() - started) / 1000;
  await mark("end");
  const after = bench.counts();
  const counts = NAMES.map((name, index) => [name, Number(after[index] - before[index])]);
  const result = { workload, seconds, ...Object.fromEntries(counts), mean_ms: bench.mean_ms(), checksum: bench.checksum() };
  const bytes = memory.buffer.byteLength;
  const costs = state(bench, memory, workload);
  const isSought = bench.is_sought();
  bench.free();
  return { ...result, bytes, state: costs, seek: isSought ? seek(workload) : null };
}

onmessage = async ({ data: workload }) => {
  const result = await measure(workload);
  postMessage({ result });
};
