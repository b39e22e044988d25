import { createServer } from "node:http";
import type { Server } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { AddressInfo } from "node:net";

const DIST = process.env.NINEPINS_DIST ?? "../../dist";
const KINDS: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
};

/** The worker's modules. */
export const FIRST_MODULE = "ninepins-worker_bg.wasm";
export const SECOND_MODULE = "split_later.wasm";

/** What happens before a file is answered; `false` is an answer that it is not available now. */
type Before = (file: string) => Promise<boolean | void> | boolean | void;

/** Serves the page over a network that a test makes as bad as it wants. */
export class Host {
  /** Files in the order in which they were asked for. */
  readonly asked: string[] = [];
  private server?: Server;

  constructor(private readonly before: Before) {}

  async start(): Promise<string> {
    this.server = createServer(async (request, response) => {
      const path = new URL(request.url ?? "/", "http://host").pathname;
      const name = path === "/" ? "/index.html" : path;
      const file = name.slice(name.lastIndexOf("/") + 1);
      this.asked.push(file);
      const isThere = (await this.before(file)) !== false;
      const body = await readFile(join(DIST, name)).catch(() => undefined);
      const status = !isThere ? 503 : body === undefined ? 404 : 200;
      response.writeHead(status, { "content-type": KINDS[extname(name)] ?? "text/plain" });
      response.end(status === 200 ? body : undefined);
    });
    await new Promise<void>((resolve) => this.server?.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  stop() {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}
