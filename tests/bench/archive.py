"""How long a keystroke of search takes in the archive of 1,000,000 rows; the rows are made up, the file is real."""

import json
import random
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from textfactor.adapters.log_archive import LogArchive
from textfactor.domain.archive import RawLog

ROWS = 1_000_000
MOST_MS = 50.0
"""The limit of issue 6."""
_DOMAIN = "acme.eu.auth0.com"
_BLOCK = 5000
_TYPES = ("s", "f", "fp", "seacft", "ssa", "sapi", "slo", "gd_start_auth", "gd_send_sms", "gd_auth_succeed")
_TYPED = (
    "vonage status=9",
    "gd_send_sms_failure",
    "user123456@example.com",
    "auth0|777",
    "10.1.2.3",
    "throughput rate",
    "checkout ana",
    "s",
    "nobody.at.all",
)
"""What is typed; each beginning of it is a search, as with each key."""


def measure(rows: int = ROWS) -> dict[str, Any]:
    """Fill an archive and search it key by key; times are in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        archive = LogArchive(Path(folder) / "logs.sqlite", limit=1 << 40)
        started = time.perf_counter()
        for first in range(0, rows, _BLOCK):
            archive.add(_DOMAIN, _rows(first, min(_BLOCK, rows - first)))
        filled = time.perf_counter() - started
        times = {words: _keys(archive, words) for words in _TYPED}
        size = archive.facts(_DOMAIN).bytes
        archive.close()
    flat = [took for keys in times.values() for took in keys]
    return {
        "rows": rows,
        "megabytes": round(size / 1e6),
        "filled_in_seconds": round(filled, 1),
        "keystrokes": len(flat),
        "median_ms": round(statistics.median(flat), 2),
        "worst_ms": round(max(flat), 2),
        "worst_by_words_ms": {words: round(max(keys), 2) for words, keys in times.items()},
        "most_ms": MOST_MS,
        "ok": max(flat) < MOST_MS,
    }


def _keys(archive: LogArchive, words: str) -> list[float]:
    took: list[float] = []
    for end in range(1, len(words) + 1):
        started = time.perf_counter()
        archive.search(_DOMAIN, words[:end])
        took.append((time.perf_counter() - started) * 1000)
    return took


def _rows(first: int, number: int) -> list[RawLog]:
    chance = random.Random(first)
    return [_row(one, chance) for one in range(first, first + number)]


def _row(number: int, chance: random.Random) -> RawLog:
    failed = chance.random() < 0.004
    kind = "gd_send_sms_failure" if failed else chance.choice(_TYPES)
    status = chance.choice(("1", "4", "5", "9", "15", "29"))
    detail = f"vonage status={status} part=1/1 ref=tf-{number:x} : Throughput Rate Exceeded" if failed else ""
    minute = number // 50
    day = f"2026-{1 + minute // 40320 % 12:02}-{1 + minute // 1440 % 28:02}"
    date = f"{day}T{minute // 60 % 24:02}:{minute % 60:02}:00.000Z"
    user = f"user{chance.randrange(300_000)}@example.com auth0|{chance.randrange(10**9)}"
    client = chance.choice(("Shop", "Checkout", "Support desk", "Ana's app"))
    ip = f"10.{chance.randrange(256)}.{chance.randrange(256)}.{chance.randrange(256)}"
    row_id = f"900{number:053d}"
    raw = json.dumps(
        {"log_id": row_id, "date": date, "type": kind, "user_name": user, "client_name": client, "ip": ip}
    )
    return RawLog(row_id, date, kind, user, client, ip, f"Guardian - {kind}", detail, raw)
