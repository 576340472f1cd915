// Has a page to show when there is no line, and the static files that were seen. No other page is
// ever kept: they are one student's, and of their moment.
"use strict";

const HOLD = "spacequiz {{ language() }} {{ static('quizzes/css/main.css') }} {{ static('quizzes/play.js') }}";
const OFFLINE = "{{ url('offline') }}";
const NAMED_BY_CONTENT = /^\/static\/.+\.[0-9a-f]{12}\.\w+$/;

self.addEventListener("install", (event) => {
  const prepare = async () => {
    const cache = await caches.open(HOLD);
    await cache.add(new Request(OFFLINE, { cache: "reload" }));
    const page = await (await cache.match(OFFLINE)).text();
    await cache.addAll([...new Set(page.match(/\/static\/[^"]+/g))]);
    await self.skipWaiting();
  };
  event.waitUntil(prepare());
});

self.addEventListener("activate", (event) => {
  const takeOver = async () => {
    for (const name of await caches.keys()) if (name !== HOLD) await caches.delete(name);
    await self.registration.navigationPreload?.enable(); // the request need not wait for this worker
    await self.clients.claim();
  };
  event.waitUntil(takeOver());
});

const navigated = async (event) => {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return caches.match(OFFLINE);
  }
};

const held = async (request) => {
  const found = await caches.match(request);
  if (found) return found;
  const reply = await fetch(request);
  if (reply.ok) (await caches.open(HOLD)).put(request, reply.clone());
  return reply;
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(navigated(event));
  else if (NAMED_BY_CONTENT.test(new URL(request.url).pathname)) event.respondWith(held(request));
  // Names that do not tell the content are for work on the code, and for when there is no line.
  else if (request.url.startsWith(`${location.origin}/static/`)) {
    event.respondWith(fetch(request).catch(() => caches.match(request)));
  }
});
