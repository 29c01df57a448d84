/*
 * SMS sender for Auth0, put here by Textfactor (trigger: send-phone-message).
 *
 * It hands each text message (login and enrolment codes) to Vonage's SMS API with ONE request.
 *  - It needs the Action secrets VONAGE_API_KEY, VONAGE_API_SECRET and VONAGE_FROM_NUMBER,
 *    and no dependency.
 *  - It talks to rest.nexmo.com (Vonage) and to nobody else.
 *  - No secret, phone number or message text gets into a log line or a reason.
 *  - This trigger knows no second try, and the user waits while it runs: what fails is thrown
 *    with a `code`, Auth0 shows an error, and the user can ask for a new code. "May have been
 *    sent" marks what cannot be known.
 */
'use strict';

// Options set by Textfactor.
const OPTIONS = {"countries":[],"timeout_ms":8000};

exports.onExecuteSendPhoneMessage = async (event) => {
  const { recipient, text, message_type: kind } = event.message_options;
  const result = await deliver(recipient, text, kind === 'voice', event);
  if (result.reason) throw Object.assign(new Error(result.reason), { code: result.code });
};

// ---- From here to the end, the senders of both triggers are the same to the letter. ----

const VONAGE_SMS_URL = 'https://rest.nexmo.com/sms/json';

// The alphabet of a plain SMS (GSM 03.38; the last ten, from \f on, count double). Other
// characters need type=unicode.
const BASIC = String.raw`@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-Z`;
const GSM7 = new RegExp(String.raw`^[${BASIC}ÄÖÑÜ§¿a-zäöñüà\f^{}\\[~\]|€]*$`);

// Vonage: throttled, fault on Vonage's side, too many connections. Nothing was sent, the same
// request may work later.
const PASSING_STATUSES = ['1', '5', '10'];

// The connection was never made, so Vonage knows nothing of the message.
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH',
  'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/**
 * Hand one message over. Returns `{ parts, id, ref }` if all of it was accepted, else
 * `{ reason, code, nothingSent }`.
 */
async function deliver(recipient, text, isVoice, event) {
  const { message, problem } = prepare(recipient, text, isVoice, event);
  if (problem) return { reason: `sender ${problem[1]}`, code: `SENDER_${problem[0]}` };
  const result = await send(message);
  const { parts, id, ref } = result;
  if (!result.reason) console.log(`vonage accepted parts=${parts} id=${id} ref=${ref}`);
  return result;
}

/** What can be settled before Vonage is asked: returns `{ message }` or `{ problem }`. */
function prepare(recipient, text, isVoice, event) {
  if (isVoice) return { problem: ['VOICE', 'voice is not supported'] };

  const secrets = {};
  for (const name of ['VONAGE_API_KEY', 'VONAGE_API_SECRET', 'VONAGE_FROM_NUMBER']) {
    secrets[name] = String(event.secrets?.[name] ?? '').trim();
    if (!secrets[name]) return { problem: ['SECRET', `secret ${name} is missing`] };
  }

  // Vonage wants digits only: country code first, no plus, no 00. Auth0 may write
  // "+1-808-555-5555".
  const to = String(recipient ?? '').replace(/\D/g, '').replace(/^00/, '');
  if (to.startsWith('0')) return { problem: ['RECIPIENT', 'recipient has no country code'] };
  if (to.length < 7) return { problem: ['RECIPIENT', 'recipient is too short'] };
  if (to.length > 15) return { problem: ['RECIPIENT', 'recipient is too long'] };
  if (OPTIONS.countries.length && !OPTIONS.countries.some((prefix) => to.startsWith(prefix))) {
    return { problem: ['COUNTRY', 'country is not allowed'] };
  }
  if (!text) return { problem: ['TEXT', 'text is empty'] };
  return { message: { to, text: String(text), secrets, ref: reference(event) } };
}

/** Make the one request; see `deliver` for the result. */
async function send({ to, text, secrets, ref }) {
  const { VONAGE_API_KEY: key, VONAGE_API_SECRET: secret, VONAGE_FROM_NUMBER: from } = secrets;
  const type = GSM7.test(text) ? 'text' : 'unicode';
  let response, body;
  try {
    response = await fetch(VONAGE_SMS_URL, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
        Accept: 'application/json',
        // A kept connection may be dead already, and the message would be lost in it.
        Connection: 'close',
      },
      body: new URLSearchParams({ from, to, text, type, 'client-ref': ref }),
      redirect: 'manual', // never carry the credentials or the message elsewhere
      signal: AbortSignal.timeout(OPTIONS.timeout_ms ?? 8000),
    });
    body = await response.text();
  } catch (error) {
    return failedExchange(error, ref);
  }
  if (!response.ok) return failedHttp(response.status, ref);
  return readAnswer(body, { ref, hidden: [secret, key, to, text] });
}

function failedExchange(error, ref) {
  if (error.name === 'TimeoutError') return inDoubt('NO_ANSWER', 'no answer in time', ref);
  const why = word(error.cause?.code ?? error.name);
  const unreachable = { reason: `vonage unreachable ${why}`, code: 'VONAGE_UNREACHABLE' };
  if (NEVER_CONNECTED.includes(why)) return { ...unreachable, nothingSent: true };
  // A certificate that does not hold stops the exchange before the request; trying again would
  // not mend it.
  if (/CERT|SIGNATURE|SSL|TLS/.test(why)) return unreachable;
  return inDoubt('CONNECTION_LOST', `connection lost ${why}`, ref);
}

function failedHttp(status, ref) {
  const code = `HTTP_${status}`;
  // Below 500 the request was refused; above, the message may have left before the fault.
  if (status >= 500) return inDoubt(code, `http=${status}`, ref);
  const nothingSent = status === 429;
  return { reason: `vonage http=${status}`, code: `VONAGE_${code}`, nothingSent };
}

/** The request may have been carried out, so nothing is to be sent again. */
function inDoubt(code, words, ref) {
  return { reason: `vonage ${words} (may have been sent) ref=${ref}`, code: `VONAGE_${code}` };
}

/**
 * Vonage answers 200 even when it refuses, so each part's own status counts. A long text has
 * several parts.
 */
function readAnswer(body, { ref, hidden }) {
  let parts;
  try {
    parts = JSON.parse(body).messages;
  } catch {
    parts = null;
  }
  const readable = Array.isArray(parts) && parts.length;
  if (!readable || parts.some((part) => part?.status === undefined)) {
    return inDoubt('UNREADABLE', 'answer unreadable', ref);
  }
  const accepted = parts.find((part) => String(part.status) === '0');
  const failed = parts.findIndex((part) => String(part.status) !== '0');
  const id = accepted ? word(accepted['message-id'] ?? '') : '';
  if (failed < 0) return { parts: parts.length, id, ref };

  const status = word(parts[failed].status);
  const where = `part=${failed + 1}/${parts.length}${id && ` id=${id}`} ref=${ref}`;
  const words = harmless(parts[failed]['error-text'], hidden);
  return {
    reason: `vonage status=${status} ${where} : ${words}`.trim(),
    code: `VONAGE_STATUS_${status}`,
    nothingSent: !accepted && PASSING_STATUSES.includes(status),
  };
}

/**
 * A name for this message in both vendors' logs: Auth0's correlation id, else the time and a
 * hash of the user's id.
 */
function reference(event) {
  const correlation = event.transaction?.correlation_id;
  if (/^[\w.-]{1,40}$/.test(correlation ?? '')) return correlation;
  let hash = 0x811c9dc5; // FNV-1a
  for (const char of String(event.user?.user_id ?? '')) {
    hash = Math.imul(hash ^ char.codePointAt(0), 0x01000193) >>> 0;
  }
  return `tf-${Math.floor(Date.now() / 1000).toString(36)}-${hash.toString(36)}`;
}

/** Letters, digits and a few signs: all that an id from outside may hold in a reason. */
function word(value) {
  return String(value).replace(/[^\w.-]/g, '').slice(0, 60) || '?';
}

/** The vendor's own words on one short line, without anything that must not be logged. */
function harmless(words, hidden) {
  let line = String(words ?? '');
  for (const value of hidden) line = line.split(value).join('***');
  return line.replace(/\d{5,}/g, '***').replace(/[^\x20-\x7e]+/g, ' ').slice(0, 200);
}
