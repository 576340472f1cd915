// The pictures of all flights: each is one stop of the Tab key, arrows go from flight to flight,
// and what is pointed at is named in the line above. Without it each mark is a link with a title,
// and the table has the same.
"use strict";

(() => {
  const NEAR = 24; // px within which a finger or a mouse means a mark
  let here = null;

  const named = () => document.getElementById("named");

  const show = (mark) => {
    if (mark === here) return;
    here?.classList.remove("here");
    here = mark;
    mark.classList.add("here");
    const [name, ...rest] = mark.querySelector("title").textContent.split(" · ");
    const link = document.createElement("a");
    const bold = document.createElement("b");
    bold.textContent = name;
    link.href = mark.getAttribute("href");
    link.append(bold, " ", rest.join(" · "));
    named()?.replaceChildren(link);
  };

  // Where on the screen a mark is: of a stalk, its head.
  const middles = (picture) =>
    [...picture.querySelectorAll(".mark")].map((mark) => {
      const box = mark.querySelector("path").getBoundingClientRect();
      return { mark, left: box.left, right: box.right, top: box.top, bottom: box.bottom };
    });

  const nearest = (picture, x, y) => {
    let best = null, least = NEAR;
    for (const { mark, left, right, top, bottom } of middles(picture)) {
      const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
      if (away < least) [best, least] = [mark, away];
    }
    return best;
  };

  const pictureAt = (event) => event.target.closest?.(".skyline, .sheet");

  const prepare = () => {
    here = null;
    for (const picture of document.querySelectorAll(".skyline, .sheet")) {
      if (picture.querySelector(".mark")) picture.setAttribute("tabindex", "0");
    }
  };

  // Once a frame: a mouse moves more often.
  let isWaiting = false;
  document.addEventListener("pointermove", (event) => {
    const picture = pictureAt(event);
    if (!picture || isWaiting || event.pointerType === "touch") return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      const mark = nearest(picture, event.clientX, event.clientY);
      if (mark) show(mark);
    });
  });

  // A mouse opens what it points at. A finger is too wide to mean one flight: it names one, and
  // the line above leads to it.
  document.addEventListener("click", (event) => {
    const picture = pictureAt(event);
    if (!picture || event.detail === 0) return;
    const mark = nearest(picture, event.clientX, event.clientY);
    if (!mark) return;
    const isFinger = event.pointerType === "touch" || event.pointerType === "pen";
    if (isFinger) {
      event.preventDefault();
      show(mark);
    } else if (!event.target.closest("a")) {
      location.assign(mark.getAttribute("href"));
    }
  });

  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest(".mark");
    if (mark) show(mark);
  });

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

  document.addEventListener("keydown", (event) => {
    const picture = pictureAt(event);
    if (!picture || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const marks = [...picture.querySelectorAll(".mark")];
    const at = marks.indexOf(document.activeElement);
    let to;
    if (event.key === "Home") to = 0;
    else if (event.key === "End") to = marks.length - 1;
    else if (event.key in STEPS) {
      to = at < 0 ? 0 : Math.min(marks.length - 1, Math.max(0, at + STEPS[event.key]));
    } else if (event.key === "Escape" && at >= 0) {
      picture.focus();
      return;
    } else return;
    event.preventDefault();
    marks[to]?.focus({ preventScroll: false });
  });

  document.addEventListener("htmx:afterSwap", prepare);
  prepare();
})();
