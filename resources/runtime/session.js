/*
 * What both engines share: one run of the sender with an `api` like Auth0's, and its outcome as plain data.
 * Node loads it from harness.js, QuickJS after prelude.js. It uses nothing but the language itself.
 */
'use strict';

const REASON_LIMIT = 1024; // characters that Auth0 keeps of a reason
const LINE_LIMIT = 256; // characters that Auth0 keeps of a console line
const LINES_LIMIT = 100;

/** Make the objects that the code is handed, and the record of what it did with them. */
function newSession() {
  const record = { verdict: null, lines: [] };
  const cache = new Map();
  const decide = (outcome) => (reason) => {
    record.verdict = { outcome, reason: String(reason ?? '').slice(0, REASON_LIMIT) };
  };
  const api = {
    notification: { drop: decide('dropped'), retry: decide('retry') }, // the last call wins
    cache: {
      get: (key) => cache.get(key),
      set: (key, value, options = {}) => {
        const expires = options.expires_at ?? Date.now() + (options.ttl ?? 900000);
        cache.set(key, { value, expires_at: expires });
        return { type: 'success' };
      },
      delete: (key) => (cache.delete(key) ? { type: 'success' } : { type: 'error', code: 'ITEM_NOT_FOUND' }),
    },
  };
  const log = (...parts) => {
    if (record.lines.length < LINES_LIMIT) record.lines.push(parts.map(show).join(' ').slice(0, LINE_LIMIT));
  };
  const consoleLike = { log, info: log, warn: log, error: log, debug: log, trace: log };
  return { record, api, consoleLike };
}

/** Run `loadSender()[handler](event, api)` to its end and return the outcome; never rejects. */
async function runSender(loadSender, handler, event, session) {
  try {
    const handle = loadSender()[handler];
    if (typeof handle !== 'function') throw new TypeError(`the code exports no function ${handler}`);
    await handle(event, session.api);
  } catch (error) {
    return threw(error, session);
  }
  const { outcome, reason } = session.record.verdict ?? { outcome: 'ok', reason: '' };
  return { outcome, reason, error: null, console: session.record.lines };
}

/** The outcome of a run that ended with this error. */
function threw(error, session) {
  return { outcome: 'threw', reason: '', error: describe(error), console: session.record.lines };
}

function describe(error) {
  if (!(error instanceof Error)) return { name: '', code: '', message: show(error), stack: '' };
  const code = error.code ?? error.cause?.code ?? '';
  return { name: error.name, code: String(code), message: String(error.message), stack: ownStack(error) };
}

/** The stack down to the sender's own code: what called that is this program's business. */
function ownStack(error) {
  const lines = String(error.stack ?? '').trimEnd().split('\n');
  const end = lines.findIndex((line) => /\b(loadSender|runSender)\b/.test(line));
  const stack = lines.slice(0, end < 0 ? lines.length : end).join('\n');
  return stack.includes(error.message) ? stack : `${error.name}: ${error.message}\n${stack}`; // QuickJS has frames alone
}

function show(value) {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

module.exports = { newSession, runSender, threw };
