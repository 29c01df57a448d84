"""Makes requests as nobody should send them: each from a seed alone, so that a bad one can be sent again."""

import base64
import json
from collections.abc import Callable
from random import Random
from typing import Final
from urllib.parse import quote

Make = Callable[[Random, "Secrets"], bytes]


class Secrets:
    """What opens the three servers of a practice world."""

    def __init__(self, info: dict) -> None:
        vonage = info["vonage"]
        pair = base64.b64encode(f"{vonage['api_key']}:{vonage['api_secret']}".encode()).decode()
        self.key = vonage["api_key"]
        self.by_service = {
            "vonage": f"Basic {pair}",
            "auth0": f"Bearer {info['auth0']['token']}",
            "control": f"Bearer {info['control_token']}",
        }
        self.service = "vonage"

    @property
    def header(self) -> str:
        return self.by_service[self.service]


PATHS: Final = {
    "vonage": (
        "POST /sms/json", "POST /sms/json", "POST /sms/json", "GET /account/get-balance", "GET /account/numbers",
        "POST /account/settings", "POST /v1/messages", "GET /account/get-pricing/outbound/sms",
        "GET /v2/reports/records", "GET /v2/applications", "GET /accounts/KEY/secrets", "POST /accounts/KEY/secrets",
        "DELETE /accounts/KEY/secrets/x",
    ),
    "auth0": (
        "POST /oauth/token", "GET /api/v2/actions/actions", "POST /api/v2/actions/actions",
        "PATCH /api/v2/actions/actions/x", "POST /api/v2/actions/actions/x/deploy",
        "GET /api/v2/actions/triggers/custom-phone-provider/bindings",
        "PATCH /api/v2/actions/triggers/custom-phone-provider/bindings", "GET /api/v2/actions/executions/x",
        "GET /api/v2/branding/phone/providers", "POST /api/v2/branding/phone/providers",
        "GET /api/v2/branding/phone/templates", "POST /api/v2/branding/phone/templates",
        "PATCH /api/v2/branding/phone/templates/x/reset", "GET /api/v2/guardian/factors",
        "PUT /api/v2/guardian/factors/sms", "PUT /api/v2/guardian/policies",
        "PUT /api/v2/guardian/factors/phone/message-types", "GET /api/v2/tenants/settings",
        "PATCH /api/v2/tenants/settings", "PUT /api/v2/guardian/factors/phone/selected-provider",
        "PUT /api/v2/guardian/factors/sms/templates", "GET /api/v2/logs", "GET /api/v2/logs/x", "GET /api/v2/hooks",
        "GET /api/v2/users/x/logs", "GET /api/v2/users/x/authentication-methods",
        "POST /api/v2/guardian/enrollments/ticket", "GET /api/v2/client-grants", "GET /api/v2/clients",
        "PATCH /api/v2/attack-protection/phone-provider-protection",
    ),
    "control": (
        "GET /inbox", "POST /logins", "POST /logins/x/code", "GET /requests", "GET /info", "GET /account",
        "PATCH /account", "GET /receipts", "GET /faults", "DELETE /faults/x", "POST /faults",
    ),
}  # fmt: skip
METHODS: Final = (
    "GET",
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
    "HEAD",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "BREW",
    "get",
    "PRI",
)
NAMES: Final = (
    "to", "from", "text", "type", "ttl", "api_key", "api_secret", "sig", "name", "code", "secrets", "enabled",
    "bindings", "credentials", "configuration", "content", "body", "user", "phone", "service", "path", "balance",
    "trial", "test_numbers", "message_types", "supported_triggers", "dependencies", "channel", "message_type",
    "grant_type", "audience", "client_id", "q", "page", "per_page", "take", "id", "secret", "runtime", "flags",
)  # fmt: skip
WORDS: Final = (
    "", "x", "447700900123", "+447700900123", "12025550100", "Acme", "ż", "😀", "\x00", "\ud7ff", "a" * 4000, "NaN",
    "true", "null", "-1", "9" * 400, "1e400", "../../etc/passwd", "%00", "{{ code }}", "{% if %}", "unicode",
    "custom-phone-provider", "type:sapi AND (", '"', "custom", "sms", "text",
)  # fmt: skip


def junk(random: Random, most: int = 200) -> bytes:
    return random.randbytes(random.randrange(1, most))


def value(random: Random, depth: int = 3) -> object:
    kind = random.randrange(9 if depth else 6)
    if kind < 3:
        return random.choice(WORDS)
    if kind < 6:
        return random.choice((None, True, False, 0, -1, 10 ** random.randrange(30), 0.1, -1e300))
    if kind < 7:
        return [value(random, depth - 1) for _ in range(random.randrange(4))]
    return {random.choice(NAMES): value(random, depth - 1) for _ in range(random.randrange(5))}


def route(random: Random, secrets: Secrets) -> tuple[str, str]:
    """Return a method and a path; mostly such as belong together."""
    method, _, target = random.choice(PATHS[secrets.service]).replace("KEY", secrets.key).partition(" ")
    return (method if random.random() < 0.9 else random.choice(METHODS)), target


def path(random: Random, secrets: Secrets) -> str:
    return route(random, secrets)[1]


def build(method: str, target: str, secrets: Secrets, body: bytes = b"", *headers: str) -> bytes:
    head = [f"{method} {target} HTTP/1.1", "Host: localhost", f"Authorization: {secrets.header}", *headers]
    if body and not any(line.lower().startswith(("content-length", "transfer-encoding")) for line in headers):
        head.append(f"Content-Length: {len(body)}")
    return "\r\n".join(head).encode("latin-1", "replace") + b"\r\n\r\n" + body


def plausible(random: Random, secrets: Secrets) -> bytes:
    body = json.dumps(value(random) if random.random() < 0.3 else {
        random.choice(NAMES): value(random) for _ in range(random.randrange(6))
    })  # fmt: skip
    query = "&".join(
        f"{random.choice(NAMES)}={quote(random.choice(WORDS)[:50])}" for _ in range(random.randrange(3))
    )
    method, target = route(random, secrets)
    target += f"?{query}" if query else ""
    return build(method, target, secrets, body.encode(), "Content-Type: application/json")


def form(random: Random, secrets: Secrets) -> bytes:
    pairs = [
        f"{random.choice(NAMES)}={quote(random.choice(WORDS)[:200])}" for _ in range(random.randrange(8))
    ]
    kind = "Content-Type: application/x-www-form-urlencoded"
    return build("POST", path(random, secrets), secrets, "&".join(pairs).encode(), kind)


def bad_json(random: Random, secrets: Secrets) -> bytes:
    depth = random.choice((59, 61, 1000, 50_000))
    body = random.choice((
        b"[" * depth + b"]" * depth, b'{"a":' * depth, b"NaN", b"[Infinity]", b"1e999", b"9" * 5000, b'"\\ud800"',
        b"\xff\xfe{", b'{"a":1,"a":2}', b"{", b"[1,]", b'{"to":1e5000}', junk(random), b'"' + b"x" * 60_000,
    ))  # fmt: skip
    return build(*route(random, secrets), secrets, body, "Content-Type: application/json")


def bad_line(random: Random, secrets: Secrets) -> bytes:
    target = path(random, secrets)
    return random.choice((
        b"", b"\r\n\r\n", b"GET\r\n\r\n", b"GET  /  HTTP/1.1\r\n\r\n", f"GET {target}\r\n\r\n".encode(), b"\x16",
        f"GET {target} HTTP/9.9\r\nHost: x\r\n\r\n".encode(), f"GET {target} HTTP/1.0\r\n\r\n".encode(),
        f"GET {target} HTTP/1.1\r\n\r\n".encode(), b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n", junk(random),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET / HTTP/1.1\nHost: x\n\n", b"\x00" * 50 + b"\r\n\r\n",
        b"GET /" + b"a" * random.choice((8_000, 70_000, 140_000)) + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    )) + random.choice((b"", b"\r\n\r\n"))  # fmt: skip


def bad_header(random: Random, secrets: Secrets) -> bytes:
    header = random.choice((
        "X: " + "y" * random.choice((100, 70_000)), "NoColon", ": empty", "Host: twice", "X\x00Y: 1", "X: a\rb",
        " Folded: x", "Content-Length: 5\r\nContent-Length: 6", "Expect: 100-continue", "Upgrade: websocket",
        "Connection: Upgrade, HTTP2-Settings", "Authorization: Basic !!!", "Authorization: Bearer " + "x" * 3000,
        "Content-Type: " + "a" * 300, "Content-Type: application/json; charset=utf-99", "X: \xe4\xf6",
        "\r\n".join(f"H{number}: x" for number in range(1000)),
    ))  # fmt: skip
    return build(*route(random, secrets), secrets, b"", header)


def bad_length(random: Random, secrets: Secrets) -> bytes:
    length = random.choice(
        ("-1", "x", "", "1e3", "0x10", "99999999", "9" * 30, "9" * 5000, "10", "3", "+3", "3 ")
    )
    return build(*route(random, secrets), secrets, b"abcd", f"Content-Length: {length}")


def bad_chunks(random: Random, secrets: Secrets) -> bytes:
    body = random.choice((
        b"zz\r\n", b"-1\r\n", b"5\r\nabc", b"3\r\nabcd\r\n0\r\n\r\n", b"ffffffff\r\nabc", b"f" * 40 + b"\r\n",
        b"3\r\na=b\r\n0\r\nX: y\r\n\r\n", b"0\r\n\r\n", b"1;x=y\r\na\r\n0\r\n\r\n", b"1\r\n" * 500, junk(random),
        b"3\r\nabc\r\n0\r\n" + b"T: x\r\n" * 20_000 + b"\r\n",
    ))  # fmt: skip
    coding = random.choice(
        ("chunked", "chunked, chunked", "gzip", "chunked\r\nContent-Length: 5", "xchunked")
    )
    return build("POST", path(random, secrets), secrets, body, f"Transfer-Encoding: {coding}")


def odd_path(random: Random, secrets: Secrets) -> bytes:
    target = random.choice((
        "/../../etc/passwd", "/%2e%2e/%2e%2e/", "//", "/./", "/%", "/%zz", "/%00", "*", "https://other.example/x",
        "/?" + "&" * 2000,
        "/api/v2/logs/%2F..%2F", "/api/v2//logs", "/faults/%00", "/accounts/%F0%9F%98%80/secrets", "/?=&=&a",
        path(random, secrets) + "/" + quote(junk(random, 30)), path(random, secrets) + "?" + quote(junk(random, 30)),
        path(random, secrets) + "#x", path(random, secrets) + ";x",
    ))  # fmt: skip
    return build(random.choice(METHODS), target, secrets)


def pipelined(random: Random, secrets: Secrets) -> bytes:
    return b"".join(
        random.choice((plausible, form, odd_path))(random, secrets) for _ in range(random.randrange(2, 6))
    )


def mangled(random: Random, secrets: Secrets) -> bytes:
    data = bytearray(plausible(random, secrets))
    for _ in range(random.randrange(1, 8)):
        data[random.randrange(len(data))] = random.randrange(256)
    return bytes(data)


MAKERS: Final[tuple[Make, ...]] = (
    plausible, plausible, plausible, form, form, bad_json, bad_json, bad_line, bad_header, bad_length, bad_chunks,
    odd_path, pipelined, mangled,
)  # fmt: skip
