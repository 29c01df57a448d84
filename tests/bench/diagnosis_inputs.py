"""Inputs for the diagnosis: good ones of every kind, and what becomes of them in careless or hostile hands."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from random import Random
from typing import Final

ROW: Final = {
    "date": "2026-11-24T07:25:22.123Z",
    "type": "gd_send_sms_failure",
    "description": "Guardian - Error on custom-phone-provider: vonage status=4 part=1/1 ref=r1 : Bad Credentials",
    "connection": None,
    "connection_id": None,
    "client_id": "aBcDeFgHiJkLmNoPqRsTuVwXyZ012345",
    "client_name": "Acme Shop",
    "ip": "203.0.113.7",
    "user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "hostname": "acme.eu.auth0.com",
    "user_id": "auth0|65a1b2c3d4e5f60718293a4b",
    "user_name": "anna@acme.example",
    "audience": None,
    "scope": None,
    "strategy": "auth0",
    "strategy_type": "database",
    "details": {
        "authenticator": {"id": "sms|dev_1", "phone_number": "+447700900123", "type": "sms"},
        "enrollment": {"_id": "dev_1", "tenant": "acme", "user_id": "auth0|65a1b2c3d4e5f60718293a4b"},
        "failure_details": {
            "errorCode": "error_sending_sms",
            "message": "vonage status=4 part=1/1 ref=r1 : Bad Credentials",
        },
        "provider_error": {"errorCode": 4, "message": "Bad Credentials"},
        "request": {
            "method": "POST",
            "path": "/api/sms/configs/acme/authenticators/dev_1/challenge",
            "query": "",
            "userAgent": "Mozilla/5.0",
            "body": {"client_id": "aBc", "render_locale": "en", "originHost": "acme.eu.auth0.com"},
            "ip": "203.0.113.7",
            "auth": {"strategy": "jwt_api2_internal_token_with_tenant", "scopes": ["read:authenticators"]},
        },
        "response": {},
        "actions": {"executions": ["nkxHabcdefghijklmnopqrstuvwxIwMjYxMTI0"]},
    },
    "isMobile": False,
    "location_info": {"country_code": "GB", "city_name": "London", "latitude": 51.5, "longitude": -0.1},
    "auth0_client": None,
    "log_id": "90020261124072522123000000000000000000000000000000000001",
    "_id": "90020261124072522123000000000000000000000000000000000001",
}
"""A row as the dashboard's Raw tab shows one."""

ANSWER: Final = {
    "message-count": "1",
    "messages": [{"status": "9", "error-text": "Quota Exceeded - rejected"}],
}
RECEIPT: Final = (
    "msisdn=447700900123&to=Acme&network-code=23410&messageId=0A0000000123ABCD1&price=0.03330000&status=failed"
    "&scts=2611240725&err-code=6&api-key=abcd1234&client-ref=r1&message-timestamp=2026-11-24+07%3A25%3A22"
)
REPORT: Final = {
    "account_id": "abcd1234", "message_id": "0A0000000123ABCD1", "direction": "outbound", "to": "447700900123",
    "date_received": "2026-11-24T07:25:22+0000", "date_finalized": "2026-11-24T07:27:22+0000", "latency": "120000",
    "status": "delivered", "error_code": "0", "message_body": "123456 is your code",
}  # fmt: skip
ERROR: Final = {
    "statusCode": 403, "error": "Forbidden", "errorCode": "insufficient_scope",
    "message": "Insufficient scope, expected any of: read:actions",
}  # fmt: skip
PROBLEM: Final = {
    "type": "https://developer.vonage.com/api-errors/messages#1120", "title": "Illegal Sender", "detail": "no",
    "instance": "0a",
}  # fmt: skip
EXECUTION: Final = {
    "id": "x", "trigger_id": "custom-phone-provider", "status": "final", "created_at": "2026-11-24T07:25:22.123456789Z",
    "results": [{
        "action_name": "Vonage SMS", "error": {"id": "timeout", "msg": "Execution timed out", "url": ""},
        "started_at": "2026-11-24T07:25:02.123456789Z", "ended_at": "2026-11-24T07:25:22.123456789Z",
    }],
}  # fmt: skip
XML: Final = (
    "<?xml version='1.0' encoding='UTF-8' ?><mt-submission-response><messages count='1'><message><status>15</status>"
    "<errorText>Illegal Sender Address - rejected</errorText></message></messages></mt-submission-response>"
)
CSV: Final = (
    "date,type,description,user_id,details\n"
    '2026-11-24T07:25:22.123Z,gd_send_sms_failure,"Error, ""x""",auth0|1,'
    '"{""failure_details"":{""errorCode"":""too_many_sms"",""message"":""m""}}"\n'
)
HOOK: Final = (
    "module.exports = function(recipient, text, context, cb) {\n"
    "  const nexmo = new (require('nexmo'))({apiKey: context.webtask.secrets.KEY});\n"
    "  nexmo.message.sendSms(context.webtask.secrets.FROM, recipient, text, cb);\n};\n"
)
TRACE: Final = (
    'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n'
    "requests.exceptions.SSLError: HTTPSConnectionPool(host='rest.nexmo.com', port=443): Max retries exceeded "
    "(Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: "
    "certificate has expired (_ssl.c:1006)')))"
)
WORDS: Final = "My code never came. We see Vonage status 29 since 18 November, and ??? on some phones."

SEEDS: Final[tuple[str, ...]] = (
    json.dumps(ROW, indent=2), json.dumps([ROW, ROW | {"type": "gd_send_sms"}]), json.dumps(ANSWER), RECEIPT,
    json.dumps(REPORT), json.dumps(ERROR), json.dumps(PROBLEM), json.dumps(EXECUTION), XML, CSV, HOOK, TRACE, WORDS,
    json.dumps(ROW) + "\n" + json.dumps(ROW), repr(ROW), json.dumps({"log_id": "1", "data": ROW}),
    json.dumps({"templates": [{"type": "otp_verify", "content": {"body": {"text": "{{ tenant.friendly_name }}"}}}]}),
    json.dumps({"error": "access_denied", "error_description": "Unauthorized"}),
)  # fmt: skip

_SNIPPETS: Final = (
    "{", "}", "[", "]", '"', "'", "\\", ",", ":", "\x00", "\ufeff", "“", "”", "\ud800", "[" * 3000, '{"a":' * 3000,
    "9" * 5000, "1e999999", '"' * 999, "\\" * 999, "status=" * 300, "vonage " * 300, " " * 5000, "&a=b" * 500,
    "<message>" * 300, '"type":"gd_send_sms",', '"details":', "null", "true", "\r\n", "\u202e", "E" * 3000,
    "_a" * 3000, "a_" * 3000, "+1" * 3000, "at x:1\n" * 300, "`${code}" * 300, "exports.onExecuteCustomPhoneProvider =",
    "\nconst a = fetch(", "type,date,description\n", '""' * 3000,
)  # fmt: skip


def _spliced(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(_SNIPPETS) + text[at:]


def _cut(random: Random, text: str) -> str:
    first, last = sorted(random.randrange(len(text) + 1) for _ in range(2))
    return text[first:last] if random.random() < 0.5 else text[:first] + text[last:]


def _crossed(random: Random, text: str) -> str:
    other = random.choice(SEEDS)
    return text[: random.randrange(len(text) + 1)] + other[random.randrange(len(other)) :]


def _bent(random: Random, text: str) -> str:
    return (
        text.replace('"', random.choice("“”„«'"))
        if random.random() < 0.5
        else f"Log row:\n```json\n{text}\n```"
    )


def _typed(random: Random, text: str) -> str:
    chars = list(text)
    for _ in range(random.randrange(1, 20)):
        if chars:
            chars[random.randrange(len(chars))] = chr(
                random.choice((random.randrange(128), random.randrange(0x110000)))
            )
    return "".join(chars)


_CHANGES: Final[tuple[Callable[[Random, str], str], ...]] = (_spliced, _cut, _crossed, _bent, _typed)


def make_input(random: Random) -> str | bytes:
    """Return one input: text in nine of ten cases, else bytes, some of them packed and some of those damaged."""
    text = random.choice(SEEDS)
    for _ in range(random.randrange(4)):
        text = random.choice(_CHANGES)(random, text)
    if random.random() < 0.9:
        return text
    content = text.encode("utf-8", errors="surrogatepass")
    packing = random.randrange(5)
    if packing == 1:
        content = gzip.compress(content, 1)
    elif packing == 2:
        content = _zipped(content)
    elif packing == 3:
        content = b"\xff\xfe" + text.encode("utf-16-le", errors="surrogatepass")
    if random.random() < 0.5:
        damaged = bytearray(content)
        for _ in range(random.randrange(1, 9)):
            if damaged:
                damaged[random.randrange(len(damaged))] = random.randrange(256)
        content = (
            bytes(damaged[: random.randrange(len(damaged) + 1)]) if random.random() < 0.3 else bytes(damaged)
        )
    return content


def _zipped(content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("logs.json", content)
        archive.writestr("readme.md", b"x")
    return made.getvalue()
