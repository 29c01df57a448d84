/*
 * Loaded before anything else (node --require). Connections to the hosts named in HOST_MAP ({"host": port}) go to that
 * port on this machine; a connection to anywhere else is refused. TLS stays real: the certificate is checked against
 * the name that the code asked for.
 */
'use strict';

const net = require('node:net');
const tls = require('node:tls');

const LOOPBACK = '127.0.0.1';
const ports = new Map(Object.entries(JSON.parse(process.env.HOST_MAP || '{}')));

function refusal(host) {
  return Object.assign(new Error(`${host} is not a host of the practice world`), { code: 'HOST_REFUSED' });
}

const realTlsConnect = tls.connect;
tls.connect = function connect(...args) {
  const options = args.find((arg) => arg !== null && typeof arg === 'object') ?? {};
  const host = options.servername || options.host;
  if (!ports.has(host) || options.socket) return realTlsConnect.apply(this, args);
  const redirected = { ...options, host: LOOPBACK, port: ports.get(host), servername: host };
  delete redirected.path; // a local socket's path would win over host and port
  return realTlsConnect.call(this, redirected, args.find((arg) => typeof arg === 'function'));
};

// Every TCP connection passes here, the redirected ones too.
const realSocketConnect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function connect(...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  const { host, port, path } = first !== null && typeof first === 'object' ? first : { port: first, host: args[1] };
  if (host === LOOPBACK && !path && [...ports.values()].includes(Number(port))) {
    return realSocketConnect.apply(this, args);
  }
  process.nextTick(() => this.destroy(refusal(host ?? path ?? 'localhost')));
  return this;
};
