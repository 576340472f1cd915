// What becomes of a response when the line is gone: it is kept in this tab, past a reload too, and
// sent when the line is back. Should it have arrived after all, the server answers with the
// feedback that stands.

const KEPT = "kept-responses";
const SOONEST_MS = 2_000;
const LATEST_MS = 30_000;

const line = document.getElementById("line");
const offlinePage = document.querySelector("[data-offline]");
let wait = SOONEST_MS;
let timer = 0;

// The fields of each form that was sent in vain, by its address.
const kept = () => JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
const keep = (responses) => {
  if (Object.keys(responses).length) sessionStorage.setItem(KEPT, JSON.stringify(responses));
  else sessionStorage.removeItem(KEPT);
};
const hasKept = () => Object.keys(kept()).length > 0;

// state: "gone", "kept" or "sending"; none when all is well.
const tell = (state) => {
  line.hidden = !state;
  line.textContent = state ? line.dataset[state] : "";
  const fields = document.querySelector("#stage fieldset");
  if (!fields) return;
  // What is kept is not changed any more; the stem can still be read.
  for (const part of fields.querySelectorAll(":scope > :not(legend)")) {
    part.inert = location.pathname in kept();
  }
  fields.form.querySelector("[data-enter]").disabled = state === "sending";
};

const again = () => {
  clearTimeout(timer);
  timer = setTimeout(send, wait);
  wait = Math.min(wait * 2, LATEST_MS);
};

const send = () => {
  if (offlinePage) {
    fetch(location.href, { method: "HEAD" }).then(() => location.replace(location.href), again);
    return;
  }
  const [path, fields] = Object.entries(kept())[0] ?? [];
  if (!path || !globalThis.htmx || document.querySelector(".htmx-request")) return;
  const values = {};
  for (const [name, value] of fields) (values[name] ??= []).push(value);
  const swap = path === location.pathname ? "outerHTML show:window:top" : "none";
  htmx.ajax("POST", path, { values, swap, target: "#stage" }).catch(() => {}); // see failed
};

const failed = ({ requestConfig: { verb, path, formData } }) => {
  if (verb === "post") keep({ ...kept(), [path]: [...formData] });
  tell(hasKept() ? "kept" : "gone");
  if (hasKept()) again();
};

const arrived = ({ requestConfig: { verb, path } }) => {
  wait = SOONEST_MS;
  if (verb === "post") {
    const { [path]: _done, ...others } = kept();
    keep(others);
  }
  tell("");
  if (hasKept()) again();
};

if (line) {
  document.addEventListener("htmx:beforeRequest", ({ detail: { requestConfig } }) => {
    tell(requestConfig.path in kept() ? "sending" : "");
  });
  document.addEventListener("htmx:sendError", ({ detail }) => failed(detail));
  document.addEventListener("htmx:timeout", ({ detail }) => failed(detail));

  // A proxy on the way may answer with a page of its own: that is not shown in ours. Nor is it an
  // answer to a response when the server itself has failed.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, requestConfig, serverResponse } = event.detail;
    const isOurs = /id="(stage|main)"/.test(serverResponse);
    if (isOurs && !(requestConfig.verb === "post" && xhr.status >= 500)) {
      arrived(event.detail);
    } else {
      event.detail.shouldSwap = false;
      failed(event.detail);
    }
  });

  addEventListener("online", () => {
    wait = SOONEST_MS; // a request that is failing just now is not paid for with a long wait
    send();
  });
  if (offlinePage) again();
  if (hasKept()) {
    tell("kept");
    if (!offlinePage) setTimeout(send); // htmx is ready by then
  }
}

// Once the page has all it needs: the worker that has a page to show when there is no line.
addEventListener("load", () => {
  setTimeout(() => navigator.serviceWorker?.register("/sw.js"), SOONEST_MS);
});
