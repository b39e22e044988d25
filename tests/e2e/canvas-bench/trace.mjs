// What the page's main thread does in each frame, from Chrome's own trace.

const CATEGORIES = ["toplevel", "benchmark", "blink.user_timing"];
/** One task of a thread: script, style, layout, paint and input alike. */
const TASK = "ThreadControllerImpl::RunTask";
/** What draws a frame, inside a task. */
const FRAME = "ProxyMain::BeginMainFrame";
const LONG_MS = 50;

/**
 * Traces while `act` runs. Returns each frame's milliseconds, of the processor (`cpu`) and by the clock (`wall`), and how
 * many tasks took the processor for longer than 50 ms. What else the machine does is in the clock's time alone.
 */
export async function traced(browser, page, act) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.start", {
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ["*"], recordMode: "recordAsMuchAsPossible" },
  });
  await page.evaluate(() => performance.mark("bench-start"));
  await act();
  await page.evaluate(() => performance.mark("bench-end"));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  return framesOf(events);
}

/** Milliseconds of the processor that a task took; by the clock where the trace does not have them. */
const cpuOf = ({ tdur, dur }) => (tdur ?? dur) / 1000;

function framesOf(events) {
  const start = events.find((event) => event.name === "bench-start");
  const end = events.find((event) => event.name === "bench-end");
  const own = events.filter(
    ({ pid, tid, ts }) => pid === start.pid && tid === start.tid && ts >= start.ts && ts <= end.ts,
  );
  const byTime = (name) => own.filter((event) => event.name === name && event.ph === "X").sort((one, other) => one.ts - other.ts);
  const [tasks, begins] = [byTime(TASK), byTime(FRAME)];
  // The task that draws a frame, and all until the next one does, are that frame's work.
  const frames = [];
  let next = 0;
  for (const task of tasks) {
    const { ts, dur } = task;
    if (begins[next]?.ts <= ts + dur) {
      next += 1;
      frames.push({ cpu: 0, wall: 0 });
    }
    const frame = frames.at(-1);
    if (frame) {
      frame.cpu += cpuOf(task);
      frame.wall += dur / 1000;
    }
  }
  // The last one may not be whole.
  frames.pop();
  return {
    cpu: frames.map(({ cpu }) => cpu),
    wall: frames.map(({ wall }) => wall),
    long: tasks.filter((task) => cpuOf(task) > LONG_MS).length,
  };
}
