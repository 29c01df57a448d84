/*
 * Gives QuickJS, which has the language and nothing else, the few web functions that a sender needs. QuickJS may not
 * call out while its time limit runs, so requests are put in a queue, which Python empties between turns.
 */
'use strict';

const queue = { requests: [], aborts: [] }; // what Python is to do next
const waiting = new Map(); // request id -> settle functions
const timers = new Map(); // timer id -> { due, run }
let lastId = 0;

// ---------------------------------------------------------------- timers

globalThis.setTimeout = (run, ms = 0, ...args) => {
  lastId += 1;
  timers.set(lastId, { due: Date.now() + Math.max(0, Number(ms) || 0), run: () => run(...args) });
  return lastId;
};
globalThis.clearTimeout = (id) => void timers.delete(id);

class AbortSignal {
  aborted = false;
  reason = undefined;
  listeners = [];

  static timeout(ms) {
    const signal = new AbortSignal();
    const expired = () => signal.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    const id = setTimeout(expired, ms);
    timers.get(id).idle = true; // like Node's: it keeps nothing alive
    return signal;
  }

  abort(reason) {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of this.listeners) listener();
  }

  addEventListener(_type, listener) {
    this.listeners.push(listener);
  }
}
globalThis.AbortSignal = AbortSignal;

// ---------------------------------------------------------------- text

function utf8(text) {
  return unescape(encodeURIComponent(text)); // one character a byte
}

globalThis.Buffer = {
  from: (text) => ({ toString: (encoding) => (encoding === 'base64' ? btoa(utf8(text)) : text) }),
};

class URLSearchParams {
  constructor(pairs = {}) {
    this.pairs = (Array.isArray(pairs) ? pairs : Object.entries(pairs)).map(([name, value]) => [name, `${value}`]);
  }

  append(name, value) {
    this.pairs.push([name, `${value}`]);
  }

  toString() {
    const mark = (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
    const encode = (text) => encodeURIComponent(text.toWellFormed()).replace(/[!'()~]/g, mark).replace(/%20/g, '+');
    return this.pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  }
}
globalThis.URLSearchParams = URLSearchParams;

// ---------------------------------------------------------------- fetch

class Headers {
  constructor(values = {}) {
    this.values = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), `${value}`]));
  }

  get(name) {
    return this.values.get(name.toLowerCase()) ?? null;
  }

  has(name) {
    return this.values.has(name.toLowerCase());
  }
}
globalThis.Headers = Headers;

class Response {
  constructor({ status, headers, body }) {
    Object.assign(this, { status, ok: status >= 200 && status < 300, headers: new Headers(headers) });
    this.text = async () => body;
    this.json = async () => JSON.parse(body);
  }
}

globalThis.fetch = (url, { method = 'GET', headers = {}, body, signal } = {}) => new Promise((resolve, reject) => {
  if (signal?.aborted) {
    reject(signal.reason);
    return;
  }
  lastId += 1;
  const id = lastId;
  const sent = new Headers(headers);
  if (body instanceof URLSearchParams && !sent.has('content-type')) {
    sent.values.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
  }
  waiting.set(id, { resolve, reject });
  signal?.addEventListener('abort', () => {
    if (!waiting.delete(id)) return;
    queue.aborts.push(id);
    reject(signal.reason);
  });
  queue.requests.push({ id, method, url: `${url}`, headers: Object.fromEntries(sent.values), body: `${body ?? ''}` });
});

/** A request ended: `answer` has status, headers and body, or the code and message of a failure. */
function settle(id, answer) {
  const request = waiting.get(id);
  if (!request || !waiting.delete(id)) return;
  if (answer.status) {
    request.resolve(new Response(answer));
  } else {
    const cause = Object.assign(new Error(answer.message), { code: answer.code });
    request.reject(new TypeError('fetch failed', { cause }));
  }
}

// ---------------------------------------------------------------- the run, turn by turn

let result = null;
let fail = null; // ends the run with an error that nobody caught

/** Start the run: `session` is what session.js exports, `job` has code, handler and event. */
function begin({ newSession, runSender, threw }, job) {
  const session = newSession();
  fail = (error) => { result ??= threw(error, session); };
  globalThis.console = session.consoleLike;
  const require = (name) => {
    throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
  };
  const loadSender = () => {
    const module = { exports: {} };
    // The wrapper that makes a file a CommonJS module; on the code's first line, so that line numbers hold.
    const run = (0, eval)(`(function (exports, require, module) { ${job.code}\n})`);
    run(module.exports, require, module);
    return module.exports;
  };
  runSender(loadSender, job.handler, job.event, session).then((outcome) => { result ??= outcome; });
}

/** Give the code the answers that came in ([id, answer] pairs) and run the timers that are due. */
function resume(answers) {
  for (const [id, answer] of answers) settle(id, answer);
  for (const [id, timer] of [...timers]) {
    if (timer.due > Date.now()) continue;
    timers.delete(id);
    try {
      timer.run();
    } catch (error) {
      fail(error);
    }
  }
}

/**
 * What Python is to do now. `due` is the time (ms) until the next timer, null without one; `idle` means that nothing
 * can happen any more; `result` is null until the run has ended.
 */
function collect() {
  const { requests, aborts } = queue;
  Object.assign(queue, { requests: [], aborts: [] });
  const all = [...timers.values()];
  const due = all.length ? Math.max(0, Math.min(...all.map((timer) => timer.due)) - Date.now()) : null;
  return { requests, aborts, due, idle: waiting.size === 0 && all.every((timer) => timer.idle), result };
}

module.exports = { begin, resume, collect };
