"""The code in practice tenants where somebody was before: an old Action, a Hook, and another's Action."""

from typing import Final

OLD_ACTION: Final = """\
/** Sends codes for multi-factor authentication through Vonage; written for the legacy trigger. */
exports.onExecuteSendPhoneMessage = async (event, api) => {
  const { recipient, text } = event.message_options;
  const body = new URLSearchParams({
    api_key: event.secrets.VONAGE_API_KEY,
    api_secret: event.secrets.VONAGE_API_SECRET,
    from: event.secrets.VONAGE_FROM_NUMBER,
    to: recipient.replace(/\\D/g, ''),
    text,
  });
  const answer = await fetch('https://rest.nexmo.com/sms/json', { method: 'POST', body });
  const { messages } = await answer.json();
  if (messages[0].status !== '0') {
    const error = new Error(messages[0]['error-text']);
    error.code = messages[0].status;
    throw error;
  }
};
"""

OLD_HOOK: Final = """\
// From the time of Hooks. Nothing runs this any more.
const Nexmo = require('nexmo');
module.exports = function (recipient, text, context, cb) {
  const keys = context.webtask.secrets;
  const nexmo = new Nexmo({ apiKey: keys.VONAGE_API_KEY, apiSecret: keys.VONAGE_API_SECRET });
  nexmo.message.sendSms(keys.VONAGE_FROM_NUMBER, recipient.replace(/\\D/g, ''), text, (error, data) => {
    if (error) return cb(error);
    const first = data.messages[0];
    return first.status === '0' ? cb(null, {}) : cb(new Error(first['error-text']));
  });
};
"""

_FOREIGN: Final = """\
// Acme's own gateway. Ask the platform team before you change this.
exports.%s = async (event) => {
  const note = event.%s;
  console.log('accepted', note.recipient.slice(-2), Boolean(event.secrets.GATEWAY_TOKEN));
};
"""

FOREIGN_UNIFIED: Final = _FOREIGN % ("onExecuteCustomPhoneProvider", "notification")
FOREIGN_LEGACY: Final = _FOREIGN % ("onExecuteSendPhoneMessage", "message_options")
