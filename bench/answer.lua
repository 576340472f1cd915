-- Sends prepared requests, each once, and counts what comes back.
--
-- wrk -s answer.lua ... URL -- REQUESTS RESULT THREADS
-- REQUESTS: a file with one request a line: path and form body with a tab between them to post,
-- or GET, a blank and a path.
-- RESULT: the file that the counts are written to, as JSON.
-- THREADS: how many threads wrk was given. Each takes its own lines: number, number + THREADS, ...
--
-- With one connection a thread, an answer belongs to the request before it. So then, and only
-- then, the lines listed as answered are exactly those that were.

local threads = {}

function setup(thread)
  table.insert(threads, thread)
  thread:set("number", #threads)
end

function init(args)
  lines = {}
  result_path = args[2]
  step = tonumber(args[3])
  for line in io.lines(args[1]) do table.insert(lines, line) end
  at = number - step
  ok, refused, exhausted, answered = 0, 0, 0, ""
end

function request()
  at = at + step
  if at > #lines then
    exhausted = 1
    wrk.thread:stop()
    at = at - step
  end
  local page = lines[at]:match("^GET (%S+)$")
  if page then return wrk.format("GET", page) end
  local path, body = lines[at]:match("^(%S+)\t(%S*)$")
  return wrk.format("POST", path, nil, body)
end

function response(status)
  if status == 200 then
    ok = ok + 1
    if step > 1 then answered = answered .. at .. "," end
  else
    refused = refused + 1
  end
end

function done(summary, latency)
  local sum = { ok = 0, refused = 0, exhausted = 0 }
  local all_answered = ""
  for _, thread in ipairs(threads) do
    for name in pairs(sum) do sum[name] = sum[name] + thread:get(name) end
    all_answered = all_answered .. thread:get("answered")
  end
  local errors = summary.errors
  local result = io.open(threads[1]:get("result_path"), "w")
  result:write(string.format(
    '{"ok": %d, "refused": %d, "exhausted": %d, "broken": %d, "seconds": %.6f, ' ..
    '"p50_ms": %.3f, "p95_ms": %.3f, "p99_ms": %.3f, "answered": [%s]}',
    sum.ok, sum.refused, sum.exhausted,
    errors.connect + errors.read + errors.write + errors.timeout,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
    latency:percentile(99) / 1e3, all_answered:gsub(",$", "")))
  result:close()
end
