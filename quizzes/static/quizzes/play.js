// Keys for the questions, word of a lost connection, and the button that copies a link.
// Everything here has a way without it.
"use strict";

const byId = (id) => document.getElementById(id);

// 1 to 9 choose an option, Enter answers or goes on. On controls Enter does what it always does.
document.addEventListener("keydown", (event) => {
  const stage = byId("stage");
  if (!stage || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.closest("select, input:not([type=radio], [type=checkbox])")) return;
  if (event.key >= "1" && event.key <= "9") {
    const option = stage.querySelectorAll("[name=option], [name=which]")[event.key - 1];
    if (!option) return;
    event.preventDefault();
    option.click();
    option.focus();
  } else if (event.key === "Enter" && !event.target.closest("a, button, input, summary")) {
    stage.querySelector("[data-enter]")?.click();
  }
});

const tellLost = (isLost) => {
  const message = byId("lost");
  if (!message) return;
  message.hidden = !isLost;
  if (isLost) message.scrollIntoView({ block: "nearest" });
};

// What was wrong with the last answer is mended once something is chosen.
document.addEventListener("change", (event) => {
  const problem = byId("problem");
  if (problem && event.target.closest("fieldset")) problem.classList.add("mended");
});

document.addEventListener("htmx:beforeRequest", () => tellLost(false));
document.addEventListener("htmx:sendError", () => tellLost(true));
document.addEventListener("htmx:timeout", () => tellLost(true));

// A proxy on the way may answer with a page of its own: that is not shown in ours.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (/id="(stage|main)"/.test(event.detail.serverResponse)) return;
  event.detail.shouldSwap = false;
  tellLost(true);
});

// Browsers give the clipboard to safe addresses only: elsewhere the button stays hidden.
for (const button of document.querySelectorAll("[data-copies]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(byId(button.dataset.copies).value);
    byId("status").textContent = button.dataset.done;
    button.textContent = button.dataset.done;
  });
}
