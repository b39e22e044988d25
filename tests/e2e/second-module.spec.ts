import { createServer } from "node:http";
import type { Server } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { AddressInfo } from "node:net";

import { expect, test } from "./fixtures";
import { Playground } from "./playground";

const DIST = process.env.NINEPINS_DIST ?? "../../dist";
const KINDS: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
};

/** Serves the page, but the engine's second module only once it is let through. */
class Host {
  asked = 0;
  private let_through: () => void = () => {};
  private readonly gate = new Promise<void>((resolve) => (this.let_through = resolve));
  private server?: Server;

  async start(): Promise<string> {
    this.server = createServer(async (request, response) => {
      const path = new URL(request.url ?? "/", "http://host").pathname;
      if (path.endsWith("/split_later.wasm")) {
        this.asked += 1;
        await this.gate;
      }
      const name = path === "/" ? "/index.html" : path;
      const body = await readFile(join(DIST, name)).catch(() => undefined);
      response.writeHead(body === undefined ? 404 : 200, { "content-type": KINDS[extname(name)] ?? "text/plain" });
      response.end(body);
    });
    await new Promise<void>((resolve) => this.server?.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  letThrough() {
    this.let_through();
  }

  stop() {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

test("the first screen runs before the engine's second module is there, and a fault waits for it", async ({ page, complaints }) => {
  const host = new Host();
  try {
    const playground = new Playground(page);
    await playground.open(await host.start());
    await expect.poll(() => playground.total("Answered"), "requests are answered").toBeGreaterThan(50);
    expect(host.asked).toBeGreaterThan(0);

    await page.getByRole("button", { name: /Power off a zone/ }).click();
    await page.waitForTimeout(1_500);
    await expect(page.getByTestId("event-chip")).toHaveCount(0);

    host.letThrough();
    await expect(page.getByTestId("event-chip")).toHaveCount(1);
    await expect.poll(() => playground.total("Failed"), "failures appear").toBeGreaterThan(0);
    // The worker has asked twice, in advance and at once. Left while it still compiles what came in advance, the page is told
    // that this request was aborted.
    await page.goto("about:blank");
    complaints.forgive(/split_later/);
  } finally {
    host.letThrough();
    host.stop();
  }
});
