import { defineConfig } from "@playwright/test";
import { rootAddress, rootPort, underAddress, underPort } from "./addresses";

/** `cargo xtask test` names its own program, which saves asking Cargo each time. */
const xtask = process.env.NINEPINS_XTASK ?? "cargo xtask";
/** Another build than the one in dist/, for example a development build. */
const dist = process.env.NINEPINS_DIST ?? "dist";

function server(port: number, under: string, address: string) {
  return {
    command: `${xtask} static --dir ${dist} --port ${port} --under ${under}`,
    cwd: "../..",
    url: address,
    reuseExistingServer: !process.env.CI,
    timeout: 120_000,
  };
}

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  // The journeys run a simulation each: more at once than cores makes all of them slow.
  workers: 2,
  // A machine of CI may pause for seconds; a journey that fails twice is broken. A second try is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: rootAddress,
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    timezoneId: "UTC",
    colorScheme: "light",
    // What a journey points at stands still; the journeys about motion ask for it.
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    // A trace of every journey makes the suite take more than twice as long: only what failed once is traced.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.CHROME ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
      ],
    },
  },
  webServer: [server(rootPort, "/", rootAddress), server(underPort, "/play/", underAddress)],
});
