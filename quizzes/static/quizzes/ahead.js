// The next question is fetched while one reads the feedback, so that it is there at once. It is
// held in memory, for a while, and used once; what happens to it is still the server's to say.

const FRESH_MS = 5 * 60_000;
const AS_THE_LINK_SAYS = { swapStyle: "outerHTML", swapDelay: 0, settleDelay: 0, show: "top", showTarget: "window" };

let ahead = null;

const fetched = async (path) => {
  const reply = await fetch(path, { headers: { "HX-Request": "true" }, priority: "low" });
  return reply.ok ? reply.text() : "";
};

const lookAhead = () => {
  const path = document.querySelector("#stage a[hx-get]")?.getAttribute("hx-get");
  if (!path || navigator.connection?.saveData) ahead = null;
  else if (ahead?.path !== path) {
    ahead = { path, at: Date.now(), fragment: fetched(path).catch(() => "") };
  }
};

const goTo = (path, fragment) => {
  history.replaceState({ htmx: true }, "");
  history.pushState({ htmx: true }, "", path);
  htmx.swap("#stage", fragment, AS_THE_LINK_SAYS);
};

lookAhead();
document.addEventListener("htmx:afterSettle", lookAhead);

document.addEventListener("htmx:confirm", (event) => {
  const { path, verb, issueRequest } = event.detail;
  if (verb !== "get" || ahead?.path !== path || Date.now() - ahead.at > FRESH_MS) return;
  event.preventDefault();
  const { fragment } = ahead;
  ahead = null;
  fragment.then((html) => (html.includes('id="stage"') ? goTo(path, html) : issueRequest(true)));
});
