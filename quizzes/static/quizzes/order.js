// Putting in order: the buttons move without asking the server, a mouse drags a row, and a finger
// its grip, for the rest of the row is there to scroll by. The form works without it.
"use strict";

(() => {
  const rowsOf = (list) => [...list.children];

  // Where each is, in words, for those who do not see it move.
  const tellPlace = (row) => {
    const list = row.parentElement;
    const place = list.dataset.place
      .replace("%(name)s", row.querySelector("span").textContent.trim())
      .replace("%(place)s", rowsOf(list).indexOf(row) + 1)
      .replace("%(size)s", list.children.length);
    document.getElementById("status").textContent = place;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-orderly] .move");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("li");
    if (button.value.startsWith("up")) row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    button.focus();
    tellPlace(row);
  });

  // A row changes places once the pointer is past the middle of another: were it any sooner, a high
  // row and a low one would change to and fro.
  const follow = (row, y) => {
    const middle = (other) => {
      const box = other.getBoundingClientRect();
      return (box.top + box.bottom) / 2;
    };
    const [before, after] = [row.previousElementSibling, row.nextElementSibling];
    if (before && y < middle(before)) before.before(row);
    else if (after && y > middle(after)) after.after(row);
  };

  document.addEventListener("pointerdown", (event) => {
    const row = event.target.closest("[data-orderly] li");
    if (!row || event.button || event.target.closest("button")) return;
    if (event.pointerType === "touch" && !event.target.closest(".grip")) return;
    const before = rowsOf(row.parentElement).indexOf(row);
    row.classList.add("held");
    const drag = (move) => follow(row, move.clientY);
    const drop = () => {
      document.removeEventListener("pointermove", drag);
      document.removeEventListener("pointerup", drop);
      document.removeEventListener("pointercancel", drop);
      row.classList.remove("held");
      if (row.isConnected && rowsOf(row.parentElement).indexOf(row) !== before) tellPlace(row);
    };
    document.addEventListener("pointermove", drag);
    document.addEventListener("pointerup", drop);
    document.addEventListener("pointercancel", drop);
  });
})();
