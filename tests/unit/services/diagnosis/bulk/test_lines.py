"""Searching by bytes must find what decoding every line finds."""

# ruff: noqa: UP031 - JSON is full of braces

import json
from array import array
from collections import Counter
from random import Random

import pytest
from tests.fakes.export import MemoryExport

from textfactor.services.context import CancelToken
from textfactor.services.diagnosis.bulk.columns import COLUMNS, Stretch
from textfactor.services.diagnosis.bulk.kinds import KINDS

TYPES = (
    "s",
    "f",
    "w",
    "ss",
    "seacft",
    "sapi",
    "fcpro",
    "scp",
    "gd_send_pn",
    "gd_send_email",
    "appi",
    "limit_wc",
    *KINDS,
)
TRAPS = (
    '{"type":"gd_send_sms","date":"x"}',
    'say \\"type\\":\\"gd_send_sms\\"',
    "type",
    '","type":"gd_send_sms","x":"',
    "gd_send_sms_failure",
    "ä€😀",
    "\t\n\\",
    "",
)


CALLS = ("/api/v2/guardian/factors/sms", "/api/v2/users/auth0|1", "/api/v2/guardian/factors/otp")


def is_ours(value: dict[str, dict[str, dict[str, str]]]) -> bool:
    """Say whether a call of the Management API is one about codes by SMS."""
    return value["details"].get("request", {}).get("path") == CALLS[0]


def row(random: Random) -> dict[str, object]:
    details: dict[str, object] = {
        "type": random.choice(TYPES),
        "text": random.choice(TRAPS),
        "list": [{"type": "fn"}],
    }
    if random.random() < 0.5:
        details = {
            "failure_details": {
                "errorCode": random.choice((7, "seven", None)),
                "message": random.choice(TRAPS),
            }
        }
    if random.random() < 0.5:
        details["request"] = {"method": "put", "path": random.choice(CALLS), "body": {"enabled": False}}
    fields: list[tuple[str, object]] = [
        ("date", f"2026-11-{random.randrange(1, 30):02}T10:00:00.{random.randrange(1000):03}Z"),
        ("type", random.choice(TYPES)),
        ("description", random.choice(TRAPS)),
        ("user_name", random.choice(TRAPS)),
        ("details", details),
    ]
    if random.random() < 0.5:
        random.shuffle(fields)
    return dict(fields)


def line(random: Random) -> bytes:
    """Write one row in one of the ways in which rows come, whole or not."""
    value: object = row(random)
    kind = random.random()
    if kind < 0.1:
        value = {"log_id": "9002", "data": value}
    elif kind < 0.15:
        value = {"version": "0", "detail-type": "Auth0 log", "detail": {"log_id": "9", "data": value}}
    elif kind < 0.2:
        value = {"result": {"_raw": json.dumps(value)}}
    separators = random.choice(((",", ":"), (", ", ": "), (" ,\t", " : ")))
    text = json.dumps(value, ensure_ascii=random.random() < 0.5, separators=separators).encode()
    odd = random.random()
    if odd < 0.05:
        return text[: random.randrange(len(text))]
    if odd < 0.08:
        return text.replace(b'"description"', b'"\xff\xfe"')
    if odd < 0.1:
        return text.replace(b"gd_", b"\\u0067d_")
    return b" " + text if odd < 0.15 else text


def naive(data: bytes) -> tuple[int, Counter[str]]:
    """Decode every line; count the rows, and those of our types by type."""
    lines = [each for each in data.removeprefix(b"\xef\xbb\xbf").split(b"\n") if each.strip()]
    counted: Counter[str] = Counter()
    for each in lines:
        try:
            value = json.loads(each.decode("utf-8", "replace"))
        except ValueError:
            continue
        while "date" not in value:
            value = value.get("data") or value.get("detail") or value["result"]
            value = json.loads(value["_raw"]) if "_raw" in value else value
        counted[value["type"]] += value["type"] in KINDS and (value["type"] != "sapi" or is_ours(value))
    return len(lines), +counted


def found(stretches: list[Stretch]) -> tuple[int, Counter[str]]:
    counted: Counter[str] = Counter()
    for stretch in stretches:
        if stretch.columns:
            numbers = array(COLUMNS[3])
            numbers.frombytes(stretch.columns[3])
            counted.update(stretch.signatures[number][0] for number in numbers)
    return sum(stretch.rows for stretch in stretches), counted


@pytest.mark.parametrize("seed", range(40))
def test_finds_what_decoding_everything_finds(seed: int) -> None:
    random = Random(seed)
    end = random.choice((b"\n", b"\r\n"))
    lines = [line(random) if random.random() > 0.05 else b"" for _ in range(400)]
    while not lines[0].startswith(b'{"date"') or b'"details"' not in lines[0]:
        lines[0] = line(random)
    data = random.choice((b"", b"\xef\xbb\xbf")) + end.join(lines) + random.choice((b"", end))
    export = MemoryExport(
        data, part=random.choice((500, 3000, 1 << 20)), chunk=random.choice((100, 1000, 1 << 16))
    )
    assert found(list(export.stretches(CancelToken()))) == naive(data)


def same_layout(random: Random, wrapped: bool) -> bytes:
    """Make a file of one tool: every type at the same place."""
    rows = []
    for _ in range(300):
        head = '{"log_id":"%056d","data":' % random.randrange(10**9) if wrapped else ""
        date = f"2026-11-22T10:{random.randrange(60):02}:{random.randrange(60):02}.000Z"
        rest = json.dumps(
            {"type": random.choice(TYPES), "description": random.choice(TRAPS), "details": {"type": "fn"}}
        )
        rows.append(
            head + '{"date":"' + date + '",' + rest[1:].replace(": ", ":", 1) + ("}" if wrapped else "")
        )
    return "\n".join(rows).encode()


@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize("seed", range(10))
def test_finds_all_where_every_line_has_its_type_at_the_same_place(seed: int, wrapped: bool) -> None:
    data = same_layout(Random(seed), wrapped)
    stretches = list(MemoryExport(data, part=5000, chunk=3000).stretches(CancelToken()))
    rows, counted = found(stretches)
    assert rows == 300
    kinds = [json.loads(each) for each in data.split(b"\n")]
    assert counted == +Counter(
        {
            name: sum((each["data"] if wrapped else each)["type"] == name for each in kinds)
            for name in KINDS
            if name != "sapi"  # theirs tell of no call
        }
    )


def test_a_head_that_hides_a_quote_is_no_head() -> None:
    """The places agree byte by byte, yet what stands at the type's place is not the type."""
    usual = b'{"date":"2026-11-22T10:00:00.000Z","type":"s","x":1}\n'
    odd = b'{"date":"2026","y":{"a":"bbbbbbbb","type":"s"},"type":"gd_send_sms"}\n'
    assert odd.index(b'","type"') == usual.index(b'","type"')
    rows, counted = found(list(MemoryExport(usual * 3 + odd + usual).stretches(CancelToken())))
    assert (rows, counted) == (5, Counter({"gd_send_sms": 1}))


def test_offsets_lead_back_to_the_rows() -> None:
    random = Random(7)
    data = b"\n".join(line(random) for _ in range(300))
    data = b'{"date":"2026-11-22T10:00:00.000Z","type":"s","details":{}}\n' + data
    for stretch in MemoryExport(data, part=4000, chunk=700).stretches(CancelToken()):
        if not stretch.columns:
            continue
        offsets, lengths = array("Q"), array("I")
        offsets.frombytes(stretch.columns[0])
        lengths.frombytes(stretch.columns[1])
        for offset, length in zip(offsets, lengths, strict=True):
            assert data[offset : offset + length].rstrip(b"\n") in data.split(b"\n")
            assert offset == 0 or data[offset - 1 : offset] == b"\n"


def test_each_line_belongs_to_exactly_one_part() -> None:
    data = b"".join(
        b'{"date":"2026-11-22T10:00:00.000Z","type":"cs","n":"%s"}\n' % (b"x" * n) for n in range(60)
    )
    for part in (*range(1, 40), 63, 64, 65, 127, 128, 129, 199):
        export = MemoryExport(data, part=part, chunk=64)
        assert sum(stretch.rows for stretch in export.stretches(CancelToken())) == 60


def test_broken_rows_are_counted_when_they_look_relevant() -> None:
    good = b'{"date":"2026-11-22T10:00:00.000Z","type":"cs"}\n'
    data = good + b'{"date":"2026-11-22T10:00:00.000Z","type":"cs","x":\n' + b'{"type":"cs"]]\n' + good
    (stretch,) = MemoryExport(data).stretches(CancelToken())
    assert (stretch.rows, stretch.broken, len(stretch.columns[0]) // 8) == (4, 2, 2)


def test_a_line_without_end_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textfactor.services.diagnosis.bulk.cutting.LONGEST", 2000)
    monkeypatch.setattr("textfactor.services.diagnosis.bulk.lines.LONGEST", 2000)
    good = b'{"date":"2026-11-22T10:00:00.000Z","type":"cs"}\n'
    longer = b'{"date":"2026-11-22T10:00:00.000Z","type":"cs","x":"%s"}\n'
    for chunk in (100, 100_000):
        data = good + longer % (b"y" * 9000) + good + longer % (b"y" * 2000) + good
        (stretch,) = MemoryExport(data, chunk=chunk).stretches(CancelToken())
        assert (stretch.rows, stretch.too_long, len(stretch.columns[0]) // 8) == (5, 2, 3)


def test_an_array_with_a_row_a_line_is_read_as_lines() -> None:
    rows = [
        json.dumps({"date": "2026-11-22T10:00:00.000Z", "type": kind})
        for kind in ("s", "cs", "gd_send_sms", "f")
    ]
    for form in (
        "[\n" + ",\n".join(rows) + "\n]\n",
        "[" + ",\n".join(rows) + "]",
        "[\n  " + "\n, ".join(rows) + "\n]",
    ):
        count, counted = found(list(MemoryExport(form.encode()).stretches(CancelToken())))
        assert (count, counted) == (4, Counter({"cs": 1, "gd_send_sms": 1}))
