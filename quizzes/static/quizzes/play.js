// Keys for the questions, the button that copies a link; putting in order and the pin on the map.
// Everything here has a way without it. It is served as one file with what it imports, because a
// phone waits for each.
"use strict";

import "./line.js";
import "./ahead.js";

const byId = (id) => document.getElementById(id);

// 1 to 9 choose an option while the focus is in the question, where each new one takes it (WCAG
// 2.1.4: speech input may say a digit anywhere). Enter answers or goes on; on controls it does what
// it always does.
document.addEventListener("keydown", (event) => {
  const stage = byId("stage");
  if (!stage || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.closest("select, input:not([type=radio], [type=checkbox])")) return;
  if (event.key >= "1" && event.key <= "9" && stage.contains(event.target)) {
    const option = stage.querySelectorAll("[name=option], [name=which]")[event.key - 1];
    if (!option || option.closest("[inert]")) return;
    event.preventDefault();
    option.click();
    option.focus();
  } else if (event.key === "Enter" && !event.target.closest("a, button, input, summary")) {
    stage.querySelector("[data-enter]")?.click();
  }
});

// What was wrong with the last answer is mended once something is chosen.
document.addEventListener("change", (event) => {
  const problem = byId("problem");
  if (problem && event.target.closest("fieldset")) problem.classList.add("mended");
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

// Phones have a way of their own to pass a text on.
for (const button of document.querySelectorAll("[data-shares]")) {
  if (!navigator.share) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    // Whoever closes the list without choosing has done nothing wrong.
    navigator.share({ text: byId(button.dataset.shares).value }).catch(() => {});
  });
}

// Putting in order: the buttons move without asking the server, a mouse drags a row, and a finger
// its grip, for the rest of the row is there to scroll by. The form works without it.
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

// A pin on the map, by pointer, touch or arrow keys. Without it the list of places is there.
(() => {
  const CLOSER = 4;
  const WHOLE = { x: 0, y: 0, width: 360, height: 180 };
  const FOR_THUMBS = matchMedia("(max-width: 47.49em), (hover: none)"); // as in main.css
  const clamp = (value, least, most) => Math.max(least, Math.min(most, value));

  // The map of the question shown: found anew each time, for htmx exchanges the question.
  const globe = () => document.querySelector("[data-globe]");
  const part = (name) => globe().querySelector(name);

  // What of the Earth is in view: the whole of it, or a part around the pin. In degrees from the
  // north-west corner of the map.
  const view = () => part("svg").viewBox.baseVal;
  const isClose = () => view().width < WHOLE.width;

  // Degrees north and east; null where there is no pin.
  const pin = () => {
    const [lat, lon] = [part("[name=lat]"), part("[name=lon]")];
    return lat.disabled ? null : { lat: Number(lat.value), lon: Number(lon.value) };
  };

  const inWords = (degrees, words) => words.replace(
    "%(degrees)s",
    Math.abs(degrees).toLocaleString(document.documentElement.lang, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }),
  );

  const show = () => {
    const [at, mark, words] = [pin(), part(".pin"), part("#pin-at")];
    mark.hidden = !at;
    words.textContent = "";
    if (!at) return;
    const { north, south, east, west } = words.dataset;
    words.textContent = [
      inWords(at.lat, at.lat < 0 ? south : north),
      inWords(at.lon, at.lon < 0 ? west : east),
    ].join(", ");
    const { x, y, width, height } = view();
    mark.style.left = `${((at.lon + 180 - x) / width) * 100}%`;
    mark.style.top = `${((90 - at.lat - y) / height) * 100}%`;
  };

  const look = ({ x, y, width, height }) => {
    part("svg").setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    part(".pinboard").classList.toggle("close", isClose());
    part("[data-zoom]").setAttribute("aria-pressed", String(isClose()));
    show();
  };

  // The part around the pin, or around the middle of the map.
  const lookCloser = () => {
    const [width, height] = [WHOLE.width / CLOSER, WHOLE.height / CLOSER];
    const { lat, lon } = pin() ?? { lat: 0, lon: 0 };
    look({
      x: clamp(lon + 180 - width / 2, 0, WHOLE.width - width),
      y: clamp(90 - lat - height / 2, 0, WHOLE.height - height),
      width,
      height,
    });
  };

  const isOutOfSight = ({ lat, lon }) => {
    const { x, y, width, height } = view();
    const [right, down] = [lon + 180 - x, 90 - lat - y];
    return right < 0 || right > width || down < 0 || down > height;
  };

  const put = (lat, lon) => {
    const at = { lat: clamp(lat, -90, 90), lon: ((lon + 540) % 360) - 180 };
    for (const [name, value] of Object.entries(at)) {
      const field = part(`[name=${name}]`);
      field.disabled = false;
      field.value = value.toFixed(2);
    }
    for (const option of document.querySelectorAll("#stage [name=option]")) option.checked = false;
    document.getElementById("problem")?.classList.add("mended");
    if (isOutOfSight(at)) lookCloser();
    else show();
  };

  const lift = () => {
    for (const field of [part("[name=lat]"), part("[name=lon]")]) field.disabled = true;
    show();
  };

  const putAt = (event, map) => {
    const box = map.getBoundingClientRect();
    const { x, y, width, height } = view();
    const [across, down] = [
      clamp((event.clientX - box.left) / box.width, 0, 1),
      clamp((event.clientY - box.top) / box.height, 0, 1),
    ];
    put(90 - y - down * height, Math.min(x + across * width - 180, 179.99));
  };

  const ready = () => {
    if (globe()) globe().hidden = false;
  };
  ready();
  document.addEventListener("htmx:afterSettle", ready);

  document.addEventListener("pointerdown", (event) => {
    const map = event.target.closest("[data-globe] .pinboard");
    if (!map || event.button) return;
    map.setPointerCapture(event.pointerId);
    putAt(event, map);
    const drag = (move) => putAt(move, map);
    const drop = (end) => {
      map.removeEventListener("pointermove", drag);
      map.removeEventListener("pointerup", drop);
      map.removeEventListener("pointercancel", drop);
      // A thumb covers a country: the map comes closer, and the next touch is exact.
      if (end.type === "pointerup" && FOR_THUMBS.matches && !isClose()) lookCloser();
    };
    map.addEventListener("pointermove", drag);
    map.addEventListener("pointerup", drop);
    map.addEventListener("pointercancel", drop);
  });

  const STEPS = {
    ArrowUp: [1, 0],
    ArrowDown: [-1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };
  document.addEventListener("keydown", (event) => {
    const map = event.target.closest("[data-globe] .pinboard");
    if (!map || !(event.key in STEPS)) return;
    event.preventDefault();
    const degrees = event.shiftKey || isClose() ? 1 : 5;
    const [north, east] = STEPS[event.key];
    const { lat, lon } = pin() ?? { lat: 0, lon: 0 };
    put(lat + north * degrees, lon + east * degrees);
  });

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-zoom]")) return;
    if (isClose()) look(WHOLE);
    else lookCloser();
  });

  document.addEventListener("change", (event) => {
    if (globe() && event.target.name === "option") lift();
  });
})();
