// Starts the page. A file of its own because the content security policy forbids inline scripts.
const { appJs, appWasm } = document.querySelector("script[data-app-js]").dataset;

try {
  // The engine is fetched and compiled beside the page. What its worker says before the page listens is kept for it.
  const worker = new Worker(document.getElementById("sim-worker").href, { type: "module" });
  const said = [];
  worker.onmessage = worker.onerror = (event) => said.push(event);
  globalThis.startedWorker = { worker, said };
  const app = await import(new URL(appJs, document.baseURI).href);
  await app.default({ module_or_path: new URL(appWasm, document.baseURI) });
  document.getElementById("boot")?.remove();
} catch (error) {
  console.error(error);
  const failure = document.getElementById("boot-failure").content.cloneNode(true);
  failure.querySelector("pre").textContent = String(error);
  document.getElementById("app")?.replaceChildren();
  document.getElementById("boot")?.remove();
  document.body.append(failure);
}
