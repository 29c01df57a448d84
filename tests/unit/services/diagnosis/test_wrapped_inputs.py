"""A row is the same row however it was wrapped on its way here."""

import base64
import gzip
import html
import json
from urllib.parse import quote

import pytest
from tests.bench.diagnosis_inputs import ROW

from textfactor.domain.diagnosis import InputKind
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.rules import diagnose

PLAIN = json.dumps(ROW)
PRETTY = json.dumps(ROW, indent=2)
IN_BASE64 = base64.b64encode(PLAIN.encode()).decode()
PAGE = (
    "<div><span class='k'>&quot;type&quot;</span>: <span>&quot;gd_send_sms_failure&quot;</span>,<br/>"
    "<b>&quot;description&quot;</b>: &quot;vonage status=4&quot;</div>"
)
WRAPPED: dict[str, tuple[str | bytes, tuple[str, ...]]] = {
    "base64": (IN_BASE64, ("decoded",)),
    "base64 in lines": (base64.encodebytes(PLAIN.encode()), ("decoded",)),
    "base64 of an address": (base64.urlsafe_b64encode(PLAIN.encode()).rstrip(b"="), ("decoded",)),
    "data address": (f"data:application/json;base64,{IN_BASE64}", ("decoded",)),
    "base64 of gzip": (base64.b64encode(gzip.compress(PLAIN.encode())), ("decoded",)),
    "queue": (json.dumps({"message": {"data": IN_BASE64, "messageId": "1"}}), ()),
    "escaped twice": (json.dumps(json.dumps(json.dumps(PLAIN))), ("unescaped",)),
    "escaped without quotes": (json.dumps(PLAIN)[1:-1], ("unescaped",)),
    "entities": (f"<pre>{html.escape(PRETTY)}</pre>", ("from_html",)),
    "numbered entities": (PRETTY.replace('"', "&#34;"), ("from_html",)),
    "address": (quote(PLAIN), ("decoded",)),
    "UTF-16 without its mark": (PRETTY.encode("utf-16-le"), ()),
    "UTF-16, the other way round": (PRETTY.encode("utf-16-be"), ()),
    "UTF-32": (PRETTY.encode("utf-32"), ()),
    "given a name": (f"const row = {PRETTY};", ()),
    "given a name, a list": (f"var rows = [{PRETTY}];", ()),
}


@pytest.mark.parametrize("form", WRAPPED)
def test_what_was_put_around_a_row_is_taken_off(knowledge, form):
    text, notes = WRAPPED[form]
    reading = read_input(text)
    assert (reading.kind, reading.rows, reading.notes) == (InputKind.LOG_ROW, 1, notes)
    assert diagnose(reading, knowledge).diagnoses[0].cause == "vonage.status.4"


def test_the_marks_of_a_page_are_taken_out(knowledge):
    reading = read_input(PAGE)
    assert "from_html" in reading.notes
    assert "span" not in reading.source
    assert diagnose(reading, knowledge).diagnoses[0].cause == "vonage.status.4"


def test_a_line_that_a_terminal_broke_is_one_line(knowledge):
    text = PLAIN.replace("vonage status=4", "vonage sta\ntus=4").replace("gd_send_sms", "gd_se\r\nnd_sms")
    report = diagnose(read_input(text), knowledge)
    assert report.diagnoses[0].cause == "vonage.status.4"


@pytest.mark.parametrize(
    "text",
    [
        "QWxhZGRpbjpvcGVuIHNlc2FtZSBhbmQgY2xvc2UgaXQ=",
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJlc2lnbmF0dXJl",
        "A" * 400,
        "eyJh" + "/" * 61,
        "thisisjustaverylongwordwithoutanyspaces",
        base64.b64encode(b'{"a": "\xff\xfe\xfd"}' + b" " * 20).decode(),
    ],
)
def test_what_only_looks_like_base64_stays_as_it_is(text):
    reading = read_input(text)
    assert (reading.source, "decoded" in reading.notes) == (text, False)


def test_source_code_stays_source_code():
    text = (
        "const { a } = event.secrets;\nconst body = { to: event.notification.recipient };\nawait fetch(url)"
    )
    assert read_input(text).kind is InputKind.SENDER_CODE


def receipt(number: int, status: str, code: int) -> str:
    return (
        f"msisdn=4915112345{number:03}&to=Acme&network-code=26201&messageId=0A{number:014X}&price=0.07"
        f"&status={status}&scts=2611201014&err-code={code}&message-timestamp=2026-11-20+10%3A14%3A00"
    )


def test_all_receipts_of_a_server_log_are_read_and_none_speaks_for_another(knowledge):
    lines = [receipt(n, "delivered", 0) for n in range(300)] + [
        receipt(300 + n, "failed", 3) for n in range(2)
    ]
    text = "\n".join(f'10.0.0.1 - - "GET /dlr?{line} HTTP/1.1" 200 2' for line in lines)
    report = diagnose(read_input(text), knowledge)
    (found,) = report.diagnoses
    assert (report.reading.kind, report.reading.rows) == (InputKind.RECEIPT, 302)
    assert (found.cause, found.count) == ("vonage.receipt.3", 2)
    assert {piece.text for piece in found.evidence} == {"3", "failed"}


def test_a_buffered_receipt_is_one_finding(knowledge):
    report = diagnose(read_input(receipt(1, "buffered", 0)), knowledge)
    assert [one.cause for one in report.diagnoses] == ["vonage.receipt.buffered"]


def test_words_beside_a_receipt_are_still_read(knowledge):
    text = f"{receipt(1, 'delivered', 0)}\nError: connect ECONNREFUSED 10.0.0.1:443\n{receipt(2, 'delivered', 0)}"
    report = diagnose(read_input(text), knowledge)
    assert report.diagnoses[0].cause == "network.refused"


@pytest.mark.parametrize(
    "text",
    [
        'sep=;\nlog_id;date;type;description\n1;2026-11-22T08:15:00Z;gd_send_sms_failure;"a, vonage status=4"',
        "log_id|date|type|description\n1|2026-11-22T08:15:00Z|gd_send_sms_failure|a; b, vonage status=4",
        "log_id;date;type;description\n1;2026-11-22T08:15:00Z;gd_send_sms_failure;a, b, vonage status=4",
        "| type | date | description |\n|---|---|---|\n| gd_send_sms_failure | 2026-11-24 | vonage status=4 |",
    ],
)
def test_tables_with_any_sign_between_their_columns(knowledge, text):
    reading = read_input(text)
    assert (reading.kind, reading.rows) == (InputKind.EXPORT, 1)
    found = diagnose(reading, knowledge).diagnoses[0]
    assert found.cause == "vonage.status.4"
    assert found.evidence[0].where.endswith("].description")


def test_the_same_refusal_twice_is_two_messages(knowledge):
    """A refused part has a status and a text only, so nothing tells two refusals from two copies of one."""
    text = "\n".join(['{"message-count":"1","messages":[{"status":"9","error-text":"Quota Exceeded"}]}'] * 3)
    report = diagnose(read_input(text), knowledge)
    assert (report.reading.rows, report.diagnoses[0].count, report.notes) == (3, 3, ())


def test_a_table_without_rows_of_a_known_kind_is_read_as_words(knowledge):
    text = "date,level,type\n2026-11-24,Vonage error 15,for all messages"
    assert diagnose(read_input(text), knowledge).diagnoses[0].cause == "vonage.status.15"


def test_what_php_prints_is_read(knowledge):
    text = "Array\n(\n    [msisdn] => 447700900000\n    [status] => failed\n    [err-code] => 6\n)"
    assert diagnose(read_input(text), knowledge).diagnoses[0].cause == "vonage.receipt.6"


def test_a_column_named_message_is_read(knowledge):
    text = "date,type,message\n2026-11-24T10:00:00Z,gd_send_sms_failure,vonage status=15 : Illegal Sender Address"
    found = diagnose(read_input(text), knowledge).diagnoses[0]
    assert (found.cause, found.evidence[0].where) == ("vonage.status.15", "[0].message")
