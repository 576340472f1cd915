// Putting in order: the buttons move without asking the server, and a finger or a mouse can drag.
// The form works without it.
"use strict";

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

document.addEventListener("pointerdown", (event) => {
  const row = event.target.closest("[data-orderly] li");
  if (!row || event.button || event.target.closest("button")) return;
  const list = row.parentElement;
  row.setPointerCapture(event.pointerId);
  row.classList.add("held");
  const drag = (move) => {
    const over = rowsOf(list).find((other) => {
      const box = other.getBoundingClientRect();
      return other !== row && move.clientY > box.top && move.clientY < box.bottom;
    });
    if (!over) return;
    if (rowsOf(list).indexOf(over) < rowsOf(list).indexOf(row)) over.before(row);
    else over.after(row);
    row.setPointerCapture(event.pointerId);
  };
  const drop = () => {
    row.removeEventListener("pointermove", drag);
    row.classList.remove("held");
    tellPlace(row);
  };
  row.addEventListener("pointermove", drag);
  row.addEventListener("pointerup", drop, { once: true });
  row.addEventListener("pointercancel", drop, { once: true });
});
