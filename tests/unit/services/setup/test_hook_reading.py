"""Old code is read, never run: what it did, what carries over, what was wrong with it."""

import random

import pytest

from textfactor import assets
from textfactor.domain.answers import TenantPath
from textfactor.domain.old_code import CodeKind, OldFault, OldSecret, SecretRole
from textfactor.domain.tenant import ActionFacts, HookFacts, Observed, trigger_of
from textfactor.practice.auth0.old_code import FOREIGN_LEGACY, FOREIGN_UNIFIED, OLD_ACTION, OLD_HOOK
from textfactor.services.setup.hook_code import without_comments
from textfactor.services.setup.hook_reading import code_found, read_old_code

BAD_HOOK = """
/* Sends SMS. const fake = require('twilio'); */
const request = require("request"); // api_key: 'inthecomment'
module.exports = async (recipient, text, context, callback) => {
  const { VONAGE_KEY: key, SMS_BRAND } = context.webtask.secrets;
  const allowed = ['+49', "DE", 'AT'];
  if (!recipient.startsWith('+49')) { callback(new Error('not here')); }
  if (recipient.startsWith('+1')) from = OTHER;
  console.log('sending', text, recipient);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await request.post(`https://rest.nexmo.com/sms/json?api_key=${key}&api_secret=s3cr3tInTheOpen`);
    } catch (error) { console.log(error); }
  }
  const client = { apiSecret: 's3cr3tInTheOpen', from: 'ACME' };
  callback(null, {});
};
"""
TWILIO = """
const twilio = require('twilio');
module.exports = function(recipient, text, context, cb) {
  const client = twilio(context.webtask.secrets.TWILIO_SID, context.webtask.secrets['AUTH_TOKEN']);
  client.messages.create({ body: `Hello! ${text}`, to: recipient, from: '+12025550100', timeout: 5 })
    .then(() => cb(null, {})).catch(() => {});
  client.calls.create({});
};
"""
SDK = """
const { Vonage } = require('@vonage/server-sdk');
exports.onExecuteSendPhoneMessage = async (event) => {
  const secrets = event.secrets;
  const vonage = new Vonage({ apiKey: secrets.KEY, apiSecret: secrets.MY_SECRET });
  const to = event.message_options.recipient.replace(/[^0-9]/g, '');
  if (!/^(?:49|43)/.test(to)) throw new Error('country');
  await vonage.sms.send({ to, from: secrets.SENDER_ID, text: event.message_options.text, type: 'unicode' });
};
"""


def test_the_guides_hook():
    found = read_old_code(OLD_HOOK)
    assert (found.kind, found.provider, found.modules, found.ours) == (
        CodeKind.HOOK,
        "Vonage",
        ("nexmo",),
        False,
    )
    assert [(one.name, one.becomes) for one in found.secrets] == [
        (name, name) for name in ("VONAGE_API_KEY", "VONAGE_API_SECRET", "VONAGE_FROM_NUMBER")
    ]
    assert {OldFault.FIRST_PART_ONLY, OldFault.OLD_MODULE, OldFault.NO_ENCODING} <= set(found.faults)
    assert not {OldFault.DOUBLE_CALLBACK, OldFault.NO_CALLBACK, OldFault.NOT_DIGITS} & set(found.faults)


def test_a_hook_with_all_that_can_be_wrong():
    found = read_old_code(BAD_HOOK)
    assert (found.kind, found.provider, found.modules) == (CodeKind.HOOK, "Vonage", ("request",))
    assert found.secrets == (
        OldSecret("VONAGE_KEY", SecretRole.KEY, "VONAGE_API_KEY"),
        OldSecret("SMS_BRAND", SecretRole.SENDER, "VONAGE_FROM_NUMBER"),
    )
    assert (found.countries, found.special, found.sender) == (("49", "43"), ("1",), "ACME")
    assert found.hard_coded == ("apiSecret",)
    assert set(found.faults) == {
        OldFault.HARD_CODED, OldFault.SECRET_IN_ADDRESS, OldFault.LOGS_PRIVATE, OldFault.NO_STATUS_CHECK,
        OldFault.SWALLOWED, OldFault.DOUBLE_CALLBACK, OldFault.RETRIES, OldFault.NO_TIME_LIMIT,
        OldFault.NOT_DIGITS, OldFault.NO_ENCODING, OldFault.OLD_MODULE,
    }  # fmt: skip
    assert "s3cr3t" not in repr(found)
    assert "inthecomment" not in repr(found)


def test_another_provider():
    found = read_old_code(TWILIO)
    assert (found.kind, found.provider, found.sender) == (CodeKind.HOOK, "Twilio", "12025550100")
    assert [(one.name, one.role, one.becomes) for one in found.secrets] == [
        ("TWILIO_SID", SecretRole.KEY, ""),
        ("AUTH_TOKEN", SecretRole.SECRET, ""),
    ]
    assert (found.own_text, found.voice) == (True, True)
    assert found.faults == (OldFault.SWALLOWED,)


def test_an_action_with_the_sdk():
    found = read_old_code(SDK)
    assert (found.kind, found.provider) == (CodeKind.LEGACY_ACTION, "Vonage")
    assert found.countries == ("49", "43")
    assert [one.becomes for one in found.secrets] == [
        "VONAGE_API_KEY",
        "VONAGE_API_SECRET",
        "VONAGE_FROM_NUMBER",
    ]
    assert found.faults == (OldFault.NO_TIME_LIMIT, OldFault.HEAVY_MODULE)


def test_the_practice_tenants_own_actions():
    assert read_old_code(OLD_ACTION).kind is CodeKind.LEGACY_ACTION
    foreign = read_old_code(FOREIGN_UNIFIED)
    assert (foreign.kind, foreign.provider) == (CodeKind.UNIFIED_ACTION, "")
    assert foreign.secrets == (OldSecret("GATEWAY_TOKEN", SecretRole.SECRET),)
    assert read_old_code(FOREIGN_LEGACY).faults == (OldFault.NO_TIME_LIMIT,)


@pytest.mark.parametrize("path", TenantPath)
def test_our_own_sender_is_recognised(path):
    found = read_old_code(assets.read_text(f"sender/{trigger_of(path)}.js"))
    assert found.ours
    assert found.sends_codes
    assert found.faults == ()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("exports.onExecutePostLogin = async (event, api) => {};", CodeKind.OTHER),
        ("module.exports = function (user, context, cb) { cb(); };", CodeKind.OTHER),
        ("function (user, context, callback) { callback(null, user, context); }", CodeKind.OTHER),
        ("module.exports = (recipient, text, context, cb) => cb(null, {});", CodeKind.HOOK),
        ("exports.onExecuteSendPhoneMessage = async () => {};", CodeKind.LEGACY_ACTION),
        ("Dear all, the codes do not arrive.", CodeKind.UNKNOWN),
        ("// exports.onExecuteSendPhoneMessage = 1", CodeKind.UNKNOWN),
        ("", CodeKind.UNKNOWN),
    ],
)
def test_what_calls_the_code(code, kind):
    found = read_old_code(code)
    assert found.kind is kind
    assert found.sends_codes is (kind in (CodeKind.HOOK, CodeKind.LEGACY_ACTION))


@pytest.mark.parametrize(
    ("line", "provider"),
    [
        ("require('@infobip-api/sdk')", "Infobip"),
        ("import sns from '@aws-sdk/client-sns'", "Amazon SNS"),
        ("fetch('https://rest.messagebird.com/messages')", "Bird (MessageBird)"),
        ("fetch('https://api.vonage.com/v1')", "Vonage"),
        ("fetch('https://sms.acme.example/send')", "sms.acme.example"),
        ("require('node:https'); require('./own')", ""),
        ("require('twilio'); fetch('https://rest.nexmo.com')", "Twilio"),
    ],
)
def test_who_was_asked_to_send(line, provider):
    assert (
        read_old_code(f"exports.onExecuteCustomPhoneProvider = async () => {{ {line}; }};").provider
        == provider
    )


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("event.secrets.A", ["A"]),
        ("event.secrets?.A", ["A"]),
        ("event.secrets['A-B']", ["A-B"]),
        ("event.secrets?.['A']", ["A"]),
        ("const { A, B: b } = event.secrets;", ["A", "B"]),
        ("const s = event.secrets; s.A; s['B']; other.C", ["A", "B"]),
        ("const s = event.secrets; const { A } = s;", ["A"]),
        ("process.env.A; configuration.B", ["A", "B"]),
        ("const { A } = unrelated;", []),
    ],
)
def test_the_names_of_secrets_however_they_are_read(line, names):
    found = read_old_code(f"exports.onExecuteSendPhoneMessage = async (event) => {{ {line} }};")
    assert [one.name for one in found.secrets] == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("apiKey: 'abcd1234'", ("apiKey",)),
        ("const secret = `s3cret`", ("secret",)),
        ("headers: { Authorization: 'Basic YWJjZDpz' }", ("Authorization",)),
        ("Authorization: `Basic ${login}`", ()),
        ("api_key: 'VONAGE_API_KEY'", ()),
        ("twilio('AC0123456789abcdef0123456789abcdef', x)", ("account_sid",)),
        ("k = '-----BEGIN PRIVATE KEY-----'", ("private_key",)),
    ],
)
def test_credentials_in_the_code_are_named_and_not_repeated(line, names):
    found = read_old_code(f"exports.onExecuteSendPhoneMessage = async () => {{ {line} }};")
    assert found.hard_coded == names
    assert (OldFault.HARD_CODED in found.faults) is bool(names)
    for value in ("abcd1234", "s3cret", "YWJj", "AC0123", "BEGIN"):
        assert value not in repr(found)


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("if (e) cb(e); cb(null, {});", OldFault.DOUBLE_CALLBACK),
        ("if (e) { log(e); cb(e); } cb(null, {});", OldFault.DOUBLE_CALLBACK),
        ("if (e) return cb(e); cb(null, {});", None),
        ("if (e) { return cb(e); } cb(null, {});", None),
        ("if (e) { cb(e); } else { cb(null, {}); }", None),
        ("if (e) { if (f) { x(); } cb(e); }", None),
        ("send();", OldFault.NO_CALLBACK),
    ],
)
def test_what_a_hook_does_with_its_callback(body, fault):
    found = read_old_code(f"module.exports = function (to, text, context, cb) {{ {body} }};")
    callbacks = {OldFault.DOUBLE_CALLBACK, OldFault.NO_CALLBACK}
    assert callbacks & set(found.faults) == ({fault} if fault else set())


@pytest.mark.parametrize(
    ("line", "allowed", "special"),
    [
        ("const countries = ['DE', '43', +41];", ("49", "43", "41"), ()),
        ("const blockedCountries = ['RU'];", (), ("7",)),
        ("const ALLOWED_PREFIXES = ['+1808', 'nonsense', 'XX'];", ("1808",), ()),
        ("if (!to.startsWith('+49')) return;", ("49",), ()),
        ("if (to.startsWith('+49')) from = 'X';", (), ("49",)),
        ("if (!/^\\+(49|43)/.test(to)) return;", ("49", "43"), ()),
        ("if (/^1/.test(to)) return;", (), ("1",)),
    ],
)
def test_countries(line, allowed, special):
    found = read_old_code(f"exports.onExecuteSendPhoneMessage = async () => {{ {line} }};")
    assert (found.countries, found.special) == (allowed, special)


def test_comments_go_and_texts_stay():
    code = "a = 'http://x'; // gone\nb = /[/*]/; /* gone\n too */ c = \"/* stays */\"; d = `// stays`;"
    assert without_comments(code) == "a = 'http://x'; \nb = /[/*]/; \n c = \"/* stays */\"; d = `// stays`;"


@pytest.mark.parametrize(
    "piece",
    ['\\"', "'", "{", "if (", "=/[", " ", "1", "!/^1|", "secret='", "text=`", "catch{console.a()", "/*", "`${",
     "\\", "\n", "import ", "const a=secrets;", "module.exports=function("],
)  # fmt: skip
def test_any_text_is_read_in_a_moment(piece):
    read_old_code('"' + piece * (120_000 // len(piece)))


def test_any_mixture_is_read_without_an_error():
    pieces = list(". [ ] { } ( ) ' ` = ! | \\ \" ; :".replace(" ", ""))
    pieces += [
        "secrets",
        "if",
        "cb",
        "=>",
        "/^",
        "49",
        "/*",
        "//",
        "from",
        "text",
        "catch",
        "messages",
        "[0]",
    ]
    pieces += [" ", "\n", "const ", "startsWith('"]
    chosen = random.Random(7)
    for _ in range(100):
        read_old_code("".join(chosen.choices(pieces, k=2000)))


def observed(**found) -> Observed:
    return Observed(
        "acme.example", TenantPath.UNIFIED, "Acme", None, (), found.pop("action", None), (), None, False, (), None,
        None, (), **found,
    )  # fmt: skip


def action(name: str, code: str) -> ActionFacts:
    return ActionFacts("a", name, "t", code, "node22", "built", (), None, None, all_changes_deployed=True)


def test_the_code_so_far_is_a_hooks_before_an_actions_and_never_ours():
    hook = HookFacts("h", "Old hook", "send-phone-message", enabled=True, code=OLD_HOOK)
    ours = action("Ours", assets.read_text("sender/send-phone-message.js"))
    theirs = action("Theirs", OLD_ACTION)
    assert code_found(observed()) is None
    assert code_found(observed(action=ours)) is None
    assert code_found(observed(action=ours, other_actions=(theirs,))) == ("Theirs", OLD_ACTION)
    assert code_found(observed(action=theirs, hooks=(hook,))) == ("Old hook", OLD_HOOK)
    assert code_found(observed(action=action("Empty", " "))) is None
