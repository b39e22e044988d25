// Starts the worker, and brings the engine's second module: behind the first frame, or at once when it is called for.
import init, { initSync } from "./ninepins-worker.js";

const address = new URL("./split_later.wasm", import.meta.url);
let fetched;

// A promise refused in a worker reaches nobody, whereas an error thrown in it reaches the page's `onerror`.
init({ module_or_path: new URL("./ninepins-worker_bg.wasm", import.meta.url) })
  .then(prefetch)
  .catch((error) => setTimeout(() => { throw error; }));

// Without a network it is asked for again when it is needed.
async function prefetch() {
  fetched = await WebAssembly.compileStreaming(fetch(address, { priority: "low" })).catch(() => undefined);
}

// The engine calls this in the middle of a step, so it cannot wait for a promise: a worker may fetch in one go.
export function __wasm_split_load_later() {
  const module = fetched ?? new WebAssembly.Module(fetchNow());
  const engine = initSync();
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = engine[name];
  new WebAssembly.Instance(module, imports);
}

function fetchNow() {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`${address} answered ${request.status}`);
  return request.response;
}
