// A pin on the map, by pointer, touch or arrow keys. Without it the list of places is there.
"use strict";

(() => {
  const CLOSER = 4;
  const clamp = (value, most) => Math.max(-most, Math.min(most, value));

  // The map of the question shown: found anew each time, for htmx exchanges the question.
  const globe = () => document.querySelector("[data-globe]");

  // What of the Earth is in view: the whole of it, or a part around the pin.
  const viewOf = (map) => map.querySelector("svg").viewBox.baseVal;

  const read = (part) => {
    const field = globe().querySelector(`[name=${part}]`);
    return field.disabled ? null : Number(field.value);
  };

  const show = () => {
    const [lat, lon] = [read("lat"), read("lon")];
    const pin = globe().querySelector(".pin");
    const words = globe().querySelector("#pin-at");
    pin.hidden = lat === null;
    if (lat === null) {
      words.textContent = "";
      return;
    }
    const view = viewOf(globe());
    pin.style.insetInlineStart = "auto";
    pin.style.left = `${((lon + 180 - view.x) / view.width) * 100}%`;
    pin.style.top = `${((90 - lat - view.y) / view.height) * 100}%`;
    words.textContent = words.dataset.words
      .replace("%(lat)s", lat.toFixed(1))
      .replace("%(lon)s", lon.toFixed(1));
  };

  const put = (lat, lon) => {
    const whole = { lat: clamp(lat, 90), lon: ((lon + 540) % 360) - 180 };
    for (const [part, value] of Object.entries(whole)) {
      const field = globe().querySelector(`[name=${part}]`);
      field.disabled = false;
      field.value = value.toFixed(2);
    }
    for (const option of document.querySelectorAll("#stage [name=option]")) option.checked = false;
    const problem = document.getElementById("problem");
    if (problem) problem.classList.add("mended");
    show();
  };

  const lift = () => {
    for (const field of globe().querySelectorAll("[name=lat], [name=lon]")) field.disabled = true;
    show();
  };

  const zoom = (map) => {
    const view = viewOf(map);
    const isClose = view.width < 360;
    const [width, height] = isClose ? [360, 180] : [360 / CLOSER, 180 / CLOSER];
    const x = Math.max(0, Math.min(360 - width, (read("lon") ?? 0) + 180 - width / 2));
    const y = Math.max(0, Math.min(180 - height, 90 - (read("lat") ?? 0) - height / 2));
    map.querySelector("svg").setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    globe().querySelector("[data-zoom]").setAttribute("aria-pressed", String(!isClose));
    show();
  };

  const at = (event, map) => {
    const box = map.getBoundingClientRect();
    const view = viewOf(map);
    put(
      90 - view.y - ((event.clientY - box.top) / box.height) * view.height,
      view.x + ((event.clientX - box.left) / box.width) * view.width - 180,
    );
  };

  const ready = () => {
    if (globe()) globe().hidden = false;
  };
  ready();
  document.addEventListener("htmx:afterSettle", ready);

  document.addEventListener("pointerdown", (event) => {
    const map = event.target.closest("[data-globe] .map");
    if (!map || event.button) return;
    map.setPointerCapture(event.pointerId);
    at(event, map);
    const drag = (move) => at(move, map);
    map.addEventListener("pointermove", drag);
    const drop = () => map.removeEventListener("pointermove", drag);
    map.addEventListener("pointerup", drop, { once: true });
    map.addEventListener("pointercancel", drop, { once: true });
  });

  const STEPS = {
    ArrowUp: [1, 0],
    ArrowDown: [-1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };
  document.addEventListener("keydown", (event) => {
    const map = event.target.closest("[data-globe] .map");
    if (!map || !(event.key in STEPS)) return;
    event.preventDefault();
    const degrees = event.shiftKey || viewOf(map).width < 360 ? 1 : 5;
    const [north, east] = STEPS[event.key];
    put((read("lat") ?? 0) + north * degrees, (read("lon") ?? 0) + east * degrees);
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-zoom]")) zoom(globe().querySelector(".map"));
  });

  document.addEventListener("change", (event) => {
    if (globe() && event.target.name === "option") lift();
  });
})();
