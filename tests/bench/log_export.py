"""Writes a tenant's log export as the Management API gives it: always the same rows for the same count.

    python -m tests.bench.log_export FILE [ROWS]

Most rows have nothing to do with SMS. Into the rest five incidents are planted; `PLANTED` says what and when.
"""

# ruff: noqa: UP031 - JSON is full of braces

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

BEGIN: Final = datetime(2026, 11, 22, tzinfo=UTC)
DAYS: Final = 1
_BODIES: Final = 2000
_OTHER: Final = (
    ("s", "Successful login", 30), ("seacft", "Authorization code for access token", 27),
    ("sertft", "Refresh token for access token", 16), ("ssa", "Successful silent authentication", 10),
    ("slo", "User successfully logged out", 5), ("fp", "Wrong email or password.", 4), ("f", "Wrong password.", 2),
    ("fsa", "Login required", 2), ("ss", "", 1), ("sapi", "Update a user", 1),
)  # fmt: skip
_AGENTS: Final = (
    "Chrome 140.0.0 / Windows 10.0.0",
    "Mobile Safari 18.1.0 / iOS 18.1.0",
    "Firefox 143.0.0 / Ubuntu",
)
_CLIENTS: Final = (("qAzW1xSeC2rFvT3gBy4NhU5mJi6KoL7p", "Shop"), ("Zx9Cv8Bn7Mq6We5Rt4Yu3Io2Pa1SdFgH", "Bank app"),
    ("Lk1Jh2Gf3Ds4Aq5Wz6Sx7Ed8Cr9FvTgB", "Support desk"))  # fmt: skip
_PREFIXES: Final = (("4477009", 5, 40), ("1202555", 4, 30), ("4915112", 6, 20), ("33612345", 4, 10))
"""What the numbers begin with, how many digits follow, and how often."""


@dataclass(frozen=True, slots=True)
class Plant:
    """An incident that is in the file: from and to as parts of its time span, and what fails how."""

    kind: str
    begin: float
    end: float
    cause: str
    subject: str = ""


PLANTED: Final = (
    Plant("outage", 0.30, 0.33, "vonage.status.4"),
    Plant("country", 0.50, 0.66, "vonage.status.15", "FR"),
    Plant("rate_limit", 0.70, 0.72, "vonage.status.1"),
    Plant("pumping", 0.85, 0.857, "login.sms_pumping", "UZ"),
    Plant("client", 0.90, 0.97, "sender.country_not_listed", "Support desk"),
)
_REASONS: Final = {
    "vonage.status.4": "vonage status=4 part=1/1 : Bad Credentials",
    "vonage.status.15": "vonage status=15 part=1/1 : Illegal Sender Address - rejected",
    "vonage.status.1": "vonage status=1 part=1/1 : Throughput Rate Exceeded - please wait [ 50 ] and retry",
    "sender.country_not_listed": "sender country is not allowed",
}
_TEXTS: Final = {
    "gd_start_auth": "Guardian - Second factor authentication started",
    "gd_send_sms": "Guardian - SMS sent",
    "gd_auth_succeed": "Guardian - Second factor authentication",
}
_NOISE: Final = (
    "vonage status=6 part=1/1 : Unroutable message - rejected",
    "vonage no answer in time (may have been sent) ref=%016x",
    "vonage http=503 (may have been sent) ref=%016x",
)
_TAIL: Final = (
    '"hostname":"login.shop.example","user_id":"auth0|%(user)024x","user_name":"person%(user)d@shop.example",'
    '"strategy":"auth0","strategy_type":"database","log_id":"902026112%(id)049d",'
    '"isMobile":false,"location_info":{"country_code":"GB","city_name":"London"}}'
)
_HEAD: Final = (
    '{"date":"%%(date)s","type":"%s","description":"%s","connection":"Username-Password-Authentication",'
    '"client_id":"%s","client_name":"%s","ip":"198.51.100.%d",'
    '"user_agent":"%s","details":%s,'
)


def rows(count: int) -> Iterator[str]:
    """Yield the rows as lines without their ends."""
    random = Random(20261122)
    bodies = [_body(random) for _ in range(_BODIES)]
    start = BEGIN.timestamp() * 1000
    step = DAYS * 86_400_000 / count
    for index in range(count):
        milliseconds = int(start + index * step)
        at = _iso(milliseconds)
        if random.random() < 0.026 or _pumping(index, count):
            yield from _sms(
                random, index / count, {"date": at, "id": index, "user": random.randrange(200_000)}
            )
            continue
        yield bodies[int(random.random() * _BODIES)] % {
            "date": at, "id": index, "user": int(random.random() * 200_000),
        }  # fmt: skip


def _iso(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds - _MIDNIGHT, 1000)
    day, seconds = divmod(seconds, 86_400)
    hour, seconds = divmod(seconds, 3600)
    return f"{_day(day)}T{hour:02}:{seconds // 60:02}:{seconds % 60:02}.{rest:03}Z"


_MIDNIGHT: Final = int(BEGIN.timestamp() * 1000)


def _day(day: int) -> str:
    return (BEGIN + timedelta(days=day)).strftime("%Y-%m-%d")


def _pumping(index: int, count: int) -> bool:
    """Say whether this row belongs to the burst: some 300 of them, whatever the size of the file."""
    plant = PLANTED[3]
    first, last = int(plant.begin * count), int(plant.end * count)
    return first <= index < last and (index - first) % max(1, (last - first) // 300) == 0


def _body(random: Random) -> str:
    """Make a row about something else, with blanks for time, id and user."""
    kind, text, _ = random.choices(_OTHER, [weight for *_, weight in _OTHER])[0]
    client = random.choice(_CLIENTS)
    details = (
        '{"prompts":[{"name":"prompt-authenticate","completedAt":1763769600123,"connection":"Username-Password-'
        'Authentication","strategy":"auth0","type":"password","elapsedTime":1234}],"session_id":"%s",'
        '"stats":{"loginsCount":%d}}' % (random.randbytes(12).hex(), random.randrange(500))
    )
    if random.random() < 0.5:
        details = '{"code":"***********************%s"}' % random.randbytes(2).hex()
    agent = random.choice(_AGENTS)
    return _HEAD % (kind, text, *client, random.randrange(256), agent, details) + _TAIL


def _number(random: Random) -> str:
    prefix, digits, _ = random.choices(_PREFIXES, [weight for *_, weight in _PREFIXES])[0]
    return f"+{prefix}{random.randrange(10**digits):0{digits}}"


def _reason(random: Random, now: float, number: str, client: str) -> str:
    """Say why this message was not sent, empty when it was."""
    on = {plant.kind for plant in PLANTED if plant.begin <= now < plant.end}
    if "outage" in on:
        return _REASONS["vonage.status.4"]
    if "country" in on and number.startswith("+33"):
        return _REASONS["vonage.status.15"]
    if "rate_limit" in on and random.random() < 0.5:
        return _REASONS["vonage.status.1"]
    if "client" in on and client == "Support desk":
        return _REASONS["sender.country_not_listed"]
    if random.random() < 0.01:
        reason = random.choice(_NOISE)
        return reason % random.getrandbits(64) if "%" in reason else reason
    return ""


def _sms(random: Random, now: float, blanks: dict[str, object]) -> Iterator[str]:
    """Make one row of a login's second factor."""
    client = random.choice(_CLIENTS)
    plant = PLANTED[3]
    pumped = plant.begin <= now < plant.end and random.random() < 0.8
    number = f"+99890{random.randrange(10**7):07}" if pumped else _number(random)
    kind = (
        "gd_send_sms"
        if pumped
        else random.choice(("gd_start_auth", "gd_send_sms", "gd_send_sms", "gd_auth_succeed"))
    )
    text, failure = _TEXTS[kind], ""
    reason = _reason(random, now, number, client[1]) if kind == "gd_send_sms" else ""
    if reason:
        kind, text = "gd_send_sms_failure", f"Guardian - Error on custom-phone-provider: {reason}"
        failure = '"failure_details":{"errorCode":"action_drop","message":"%s"},' % reason
    details = (
        '{"device_id":"v2|%s","enrollment":{"_id":"dev_%s","name":"","phone_number":"%s","tenant":"shop",'
        '"user_id":"auth0|x"},%s"authenticator":{"id":"dev_1","type":"sms","phone_number":"%s"},"request":{"method":'
        '"POST","path":"/api/start-flow","body":{"client_id":"%s","type":"sms"}},"response":{}}'
        % (random.randbytes(8).hex(), random.randbytes(8).hex(), number, failure, number, client[0])
    )
    agent = random.choice(_AGENTS)
    head = _HEAD % (kind, text, *client, random.randrange(256), agent, details.replace("%", "%%"))
    yield (head + _TAIL) % blanks


def write(path: Path, count: int) -> None:
    """Write the file."""
    with path.open("w", encoding="ascii", newline="\n") as file:
        batch: list[str] = []
        for row in rows(count):
            batch.append(row)
            if len(batch) == 4096:
                file.write("\n".join(batch) + "\n")
                batch.clear()
        file.write("".join(row + "\n" for row in batch))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
