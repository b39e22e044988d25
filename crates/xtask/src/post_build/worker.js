// Starts the worker, and brings the engine's second module: behind the first frame, or at once when it is called for.
// While that module is fetched the engine cannot answer, so the page is told of it and does not take it for silence.
import init, { initSync } from "./ninepins-worker.js";

const address = new URL("./split_later.wasm", import.meta.url);
let fetched;

init({ module_or_path: fetchFirst(new URL("./ninepins-worker_bg.wasm", import.meta.url)) })
  .then(prefetch)
  .catch((error) => {
    // A network that fails is a `TypeError`, of the request as of the answer's body.
    if (error instanceof TypeError) return postMessage("not fetched");
    // A promise refused in a worker reaches nobody, whereas an error thrown in it reaches the page's `onerror`.
    setTimeout(() => { throw error; });
  });

async function fetchFirst(address) {
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`${address} answered ${response.status}`);
  return response;
}

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

// A step cut short cannot be taken up again: where this fails, the page needs another worker.
function fetchNow() {
  postMessage("fetching");
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  try {
    request.send();
    if (request.status !== 200) throw new Error(`${address} answered ${request.status}`);
  } catch (error) {
    postMessage("not fetched");
    throw error;
  }
  postMessage("fetched");
  return request.response;
}
