"""Whatever is pasted is read or refused, never with a crash, and every clue says where it stands."""

import gzip
import io
import json
import zipfile
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bench.diagnosis_inputs import ROW, SEEDS, make_input
from tests.bench.fuzz_diagnosis import complaint

from textfactor.domain.diagnosis import ClueKind, InputKind
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.readers.clues import instant, seconds_between
from textfactor.services.diagnosis.readers.tree import DEEPEST, Budget, Node, NodeKind, TreeReader
from textfactor.services.diagnosis.readers.unpack import LARGEST
from textfactor.services.diagnosis.rules import diagnose
from textfactor.words.diagnosis_notes import known_notes

COUNT = 2000


def test_two_thousand_damaged_inputs(knowledge):
    for number in range(COUNT):
        report = diagnose(read_input(make_input(Random(f"suite:{number}"))), knowledge)
        assert complaint(report) == "", number
        assert set(report.notes) <= known_notes()


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=400), st.binary(max_size=400)))
def test_any_text_and_any_bytes(knowledge, given_input):
    assert complaint(diagnose(read_input(given_input), knowledge)) == ""


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=5)
    | st.dictionaries(
        st.sampled_from(["type", "date", "details", "messages", "status", "error", "statusCode", "providers", "name",
                         "trigger_id", "results", "err-code", "message", "actions", "templates", "content", "x"]),
        inner, max_size=6),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(_JSON)
def test_any_json_with_our_names_in_it(knowledge, value):
    assert complaint(diagnose(read_input(json.dumps(value)), knowledge)) == ""


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(json.dumps(ROW))), st.integers(0, len(json.dumps(ROW))))
def test_a_row_cut_off_anywhere(knowledge, first, last):
    text = json.dumps(ROW)[min(first, last) : max(first, last)]
    assert complaint(diagnose(read_input(text), knowledge)) == ""


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        "{" * 100_000 + "}" * 100_000,
        '{"details":' * 500 + '{"type":"fn","date":"2026-11-24"}' + "}" * 500,
        '{"type":"gd_send_sms_failure","date":' + "9" * 1_000_000 + "}",
        '{"type":"gd_send_sms_failure","log_id":"1","description":"' + "x" * 1_000_000 + '"}',
        "vonage status" * 80_000,
        "a_" * 500_000,
        "\\" * 1_000_000,
        '"' * 1_000_001,
        "=&" * 500_000,
        "a=b&" * 250_000,
        "<mt-submission-response>" + "<message>" * 20_000,
        "type,date,description\n" + '"' * 300_000,
        "type,date,description\n" + "fn,2026,x\n" * 30_000,
        "\x00" * 100_000,
        " " * 1_000_000 + "x",
        "A" * 1_000_000,
        "`" * 200_000 + "exports.onExecuteCustomPhoneProvider = 1\nconst a = 1",
        "exports.onExecuteX = 1 // recipient\n" + "text: `${" * 60_000,
        ("{'a': 1 " * 60_000),
        "\n".join(['{"type":"gd_send_sms","date":"2026-11-24T07:25:22.123Z","user_id":"u"}'] * 3000),
        "x" * (LARGEST + 5),
    ],
    ids=range(23),
)
def test_lengths_and_depths_that_hurt_other_readers(knowledge, text):
    report = diagnose(read_input(text), knowledge)
    assert complaint(report) == ""
    assert len(report.diagnoses) <= 12


def test_every_clue_of_a_row_is_exact():
    source = json.dumps(ROW, indent=2)
    reading = read_input(source)
    assert (reading.kind, reading.rows) == (InputKind.LOG_ROW, 1)
    for clue in reading.clues:
        assert source[clue.start : clue.end] == clue.value
        assert clue.at == ROW["date"]
    assert {clue.kind for clue in reading.clues} >= {
        ClueKind.LOG_TYPE, ClueKind.VONAGE_STATUS, ClueKind.SENDER_REASON, ClueKind.NUMBER, ClueKind.USER,
        ClueKind.CLIENT, ClueKind.COUNTRY, ClueKind.CLIENT_REF, ClueKind.ERROR_CODE, ClueKind.ERROR_TEXT,
    }  # fmt: skip


def test_a_clue_in_an_escaped_text_is_marked_in_the_source():
    row = ROW | {"description": 'Fehler: "vonage http=503 (may have been sent)" \u2026 Ende'}
    source = json.dumps(row)
    reason = next(one for one in read_input(source).clues if one.value.startswith("vonage http"))
    assert source[reason.start : reason.end] == reason.value


@pytest.mark.parametrize(
    ("text", "kind", "rows", "notes"),
    [
        (f"Log row:\n```json\n{SEEDS[0]}\n```", InputKind.LOG_ROW, 1, ()),
        (SEEDS[0].replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}"), InputKind.LOG_ROW, 1, ("smart_quotes",)),
        (SEEDS[0][:700], InputKind.LOG_ROW, 1, ("cut_off",)),
        (SEEDS[0][330:], InputKind.LOG_ROW, 1, ("cut_off",)),
        (SEEDS[1], InputKind.LOG_ROWS, 2, ()),
        (f"{json.dumps(ROW)} {json.dumps(ROW | {'log_id': '2'})}", InputKind.LOG_ROWS, 2, ()),
        (f"{json.dumps(ROW)}\n{json.dumps(ROW, indent=2)}", InputKind.LOG_ROW, 1, ("repeated",)),
        (repr(ROW), InputKind.LOG_ROW, 1, ()),
        (json.dumps(ROW).replace('"', '\\"'), InputKind.LOG_ROW, 1, ("unescaped",)),
        (json.dumps({"log_id": "1", "data": ROW}), InputKind.LOG_ROW, 1, ()),
        (json.dumps({"event": json.dumps(ROW)}), InputKind.LOG_ROW, 1, ()),
        (json.dumps(ROW | {"details": json.dumps(ROW["details"])}), InputKind.LOG_ROW, 1, ()),
    ],
    ids=[
        "fence",
        "smart",
        "end gone",
        "start gone",
        "array",
        "two",
        "the same twice",
        "python",
        "escaped",
        "stream",
        "text",
        "column",
    ],
)
def test_a_row_however_it_was_copied(knowledge, text, kind, rows, notes):
    reading = read_input(text)
    assert (reading.kind, reading.rows, reading.notes) == (kind, rows, notes)
    assert diagnose(reading, knowledge).diagnoses[0].cause in ("vonage.status.4", "auth0.send_failed")
    if "cut_off" not in notes:
        assert any(one.cause == "vonage.status.4" for one in diagnose(reading, knowledge).diagnoses)


def _zip(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return made.getvalue()


LINES = "\n".join(json.dumps(ROW | {"log_id": f"9{n}"}) for n in range(3)).encode()


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        (gzip.compress(LINES), ()),
        (gzip.compress(LINES) + gzip.compress(LINES[:0]), ()),
        (gzip.compress(LINES + b"\n" + LINES * 200)[:-40], ("cut_off", "repeated")),
        (_zip(logs__ndjson=LINES, picture__png=b"\x00"), ()),
    ],
    ids=["gzip", "two members", "cut", "zip"],
)
def test_packed_exports_are_opened(knowledge, content, notes):
    reading = read_input(content)
    assert reading.kind is InputKind.EXPORT
    assert reading.rows >= 3
    assert reading.notes == notes
    assert diagnose(reading, knowledge).diagnoses[0].cause == "vonage.status.4"


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (gzip.compress(b"0" * 30_000_000), "bomb_refused"),
        (_zip(a__json=b"0" * 30_000_000), "bomb_refused"),
        (_zip(a__json=b" " * 6_000_000, b__json=b" " * 6_500_000), "bomb_refused"),
        (b"\x1f\x8b\x08 nothing of the kind", "archive_broken"),
        (b"PK\x03\x04 nothing of the kind", "archive_broken"),
        (_zip(readme__md=b"x"), "archive_empty"),
        (_zip(**{f"n{number}__json": b"{}" for number in range(60)}), "too_long"),
        (b"vonage status=4 \xff\xfe", "not_utf8"),
        (b"x" * (LARGEST + 1), "too_long"),
    ],
    ids=range(9),
)
def test_what_cannot_be_opened_is_said(content, note):
    assert note in read_input(content).notes


def test_text_of_windows_is_read():
    reading = read_input("Code kommt zu spät an – seit gestern".encode("cp1252"))
    assert (reading.source, reading.notes) == ("Code kommt zu spät an – seit gestern", ("windows_text",))


@pytest.mark.parametrize(
    "content",
    [
        b"sp\xe4t \x00\x01",
        "spät".encode() + b" \xe4",
        b"\xf7\xd7\xa4",
        b"\xff\xfe" + "a".encode("utf-16-le") + b"\x00\xd8",
    ],
)
def test_noise_is_no_text_of_windows(content):
    assert "windows_text" not in read_input(content).notes


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings(encoding):
    assert read_input(SEEDS[0].encode(encoding)).kind is InputKind.LOG_ROW


@pytest.mark.parametrize("text", ["", " \n\t", b"", "\N{ZERO WIDTH SPACE}", "..."])
def test_nothing_is_nothing(knowledge, text):
    report = diagnose(read_input(text), knowledge)
    assert report.reading.kind is InputKind.NOTHING
    assert (report.diagnoses, report.notes) == ((), ("nothing_given",))


def test_the_name_of_a_file_helps():
    assert read_input("event.secrets", "action.js").kind is InputKind.SENDER_CODE
    assert read_input(json.dumps(ROW), "logs.NDJSON").kind is InputKind.EXPORT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-24T07:25:22.123Z", "2026-11-24T07:25:22.123Z"),
        ("2026-11-24T07:25:22.123456789Z", "2026-11-24T07:25:22.123Z"),
        ("2026-11-24 07:25:22", "2026-11-24T07:25:22.000Z"),
        ("2026-11-24 07:25:22 +0100", "2026-11-24T06:25:22.000Z"),
        ("2026-11-24T08:25:22+0100", "2026-11-24T07:25:22.000Z"),
        ("1795505122", "2026-11-24T07:25:22.000Z"),
        ("1795505122500", "2026-11-24T07:25:22.500Z"),
        ("9999999999999", "2286-11-20T17:46:39.999Z"),
        ("2026-13-24T07:25:22.123Z", ""),
        ("0001-01-01T00:00:00+23:00", ""),
        ("yesterday, late", ""),
        ("x" * 100, ""),
        ("", ""),
    ],
)
def test_times_become_one_form(text, expected):
    assert instant(text) == expected


def test_what_is_between_two_times():
    assert seconds_between("2026-11-24T07:25:22.000Z", "2026-11-24T07:25:42.500Z") == 20.5
    assert seconds_between("", "2026-11-24T07:25:42.500Z") is None
    assert seconds_between("2026-11-24T07:25:22", "2026-11-24T07:25:42Z") is None


def _tree(text: str, budget: int = 100) -> object:
    document = TreeReader(text, 0, Budget(budget)).read()
    return None if document is None else (_plain(document.root), document.cut)


def _plain(node: Node) -> object:
    if node.kind is NodeKind.OBJECT:
        return {name: _plain(value) for name, value in node.items}
    return [_plain(value) for _name, value in node.items] if node.kind is NodeKind.ARRAY else node.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": [1, true, "x\\u00e9\\n"], "b": {}}', ({"a": ["1", "true", "x\u00e9\n"], "b": {}}, False)),
        ("{'a': 'it', b: 1 'c': 2}", ({"a": "it", "b": "1", "c": "2"}, False)),
        ('{"a": , "b": 1, "c" }', ({"b": "1"}, False)),
        ('{"a": "b', ({"a": "b"}, True)),
        ('{"a": [1', ({"a": ["1"]}, True)),
        ('["\\q\\u00g \\ud800"]', (["q" + "u00g \N{REPLACEMENT CHARACTER}"], False)),
        ("[1, 2}", (["1", "2"], False)),
        ("}", None),
        (",", None),
        ("", None),
        ("7", ("7", False)),
    ],
)
def test_the_tolerant_tree(text, expected):
    assert _tree(text) == expected


def test_the_tree_stops_at_its_budget_and_skips_what_is_too_deep():
    assert _tree("[1,2,3,4]", budget=3) == (["1", "2"], True)
    assert _tree('[["x"],[[2]]]', budget=2) == ([[]], True)
    document = TreeReader('{"a":' * 300 + "1" + "}" * 300, 0, Budget()).read()
    assert document is not None
    depth, deep = 0, document.root
    while deep.items:
        deep, depth = deep.items[0][1], depth + 1
    assert depth == DEEPEST - 1
