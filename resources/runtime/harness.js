/*
 * Runs the sender in Node. Reads one job from stdin, {"code", "handler", "event", "limit_ms"}, evaluates the code
 * unmodified as a CommonJS module and writes one line of JSON to stdout: what the handler did.
 */
'use strict';

const fs = require('node:fs');
const Module = require('node:module');
const { Worker } = require('node:worker_threads');
const { newSession, runSender, threw } = require('./session.js');

const FILE_NAME = 'sender.js'; // what stack traces call the code
const GRACE_MS = 5000;

const job = JSON.parse(fs.readFileSync(0, 'utf8'));
const session = newSession();
const write = process.stdout.write.bind(process.stdout);
let finished = false;

function finish(result) {
  if (finished) return;
  finished = true;
  write(`${JSON.stringify(result)}\n`, () => process.exit(0));
}

function loadSender() {
  const sender = new Module(FILE_NAME);
  sender._compile(job.code, FILE_NAME);
  return sender.exports;
}

// The program that started this ends it in time. Should that program die first, nothing may be left running.
const watchdog = `setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${job.limit_ms + GRACE_MS})`;
new Worker(watchdog, { eval: true }).unref();

Object.assign(console, session.consoleLike);
process.stdout.write = () => true; // stdout carries the result alone
process.on('uncaughtException', (error) => finish(threw(error, session)));
process.on('exit', () => {
  // Nothing left to wait for, yet no result: the handler awaits what never comes.
  if (!finished) fs.writeSync(1, `${JSON.stringify({ outcome: 'timed_out', console: session.record.lines })}\n`);
});
runSender(loadSender, job.handler, job.event, session).then(finish);
