// One call of a Vonage client, as its users write it: vonage_client.js CLIENT COMMAND [JSON]; prints what came of it.
// CLIENT is server-sdk or nexmo. REST_URL, API_KEY and API_SECRET are in the environment, the CA in NODE_EXTRA_CA_CERTS.
'use strict';

const [client, command, text] = process.argv.slice(2);
const argument = text ? JSON.parse(text) : {};
const { REST_URL, API_KEY: apiKey, API_SECRET: apiSecret } = process.env;

function tell(outcome) {
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}

async function serverSdk() {
  const { Vonage } = require('@vonage/server-sdk');
  const { Auth } = require('@vonage/auth');
  const vonage = new Vonage(new Auth({ apiKey, apiSecret }), { restHost: REST_URL, apiHost: REST_URL, timeout: 5000 });
  const calls = {
    send: () => vonage.sms.send(argument),
    balance: () => vonage.accounts.getBalance(),
    numbers: () => vonage.numbers.getOwnedNumbers(argument),
    price: () => vonage.pricing.listCountryPricing('sms', argument.country),
    callbacks: () => vonage.accounts.updateAccountCallbacks(argument),
  };
  try {
    tell({ answer: await calls[command]() });
  } catch (error) {
    const failed = typeof error.getFailedMessages === 'function' ? error.getFailedMessages() : undefined;
    tell({ error: error.constructor.name, status: error.response?.status, failed, code: error.code });
  }
}

function nexmo() {
  const Nexmo = require('nexmo');
  const url = new URL(REST_URL);
  const where = { restHost: url.hostname, apiHost: url.hostname, port: Number(url.port), http: require('https') };
  const one = new Nexmo({ apiKey, apiSecret }, { ...where, logger: { log() {}, info() {}, warn() {}, error() {} } });
  const done = (error, answer) => tell(error ? { error: 'callback', status: error.statusCode, code: error.code, message: error.message } : { answer });
  const calls = {
    send: () => one.message.sendSms(argument.from, argument.to, argument.text, argument.options || {}, done),
    balance: () => one.account.checkBalance(done),
    numbers: () => one.number.get(argument, done),
  };
  calls[command]();
}

(client === 'nexmo' ? nexmo : serverSdk)();
