"""Exports that are not one row a line: arrays, objects over several lines, wrappers, tables, other vendors' answers."""

import csv
import io
import json

import pytest
from tests.fakes.export import MemoryExport

from textfactor.domain.bulk import BulkReport, RowKind, SmsRow
from textfactor.domain.diagnosis import Confidence, Diagnosis, Severity
from textfactor.services.context import CallContext
from textfactor.services.diagnosis.bulk import looks_like_export
from textfactor.services.diagnosis.bulk.scan import scan_export
from textfactor.services.diagnosis.bulk.sniff import sniff

ROWS = [
    {
        "date": "2026-11-22T10:00:00.000Z",
        "type": "s",
        "description": "Successful login",
        "details": {"p": [{"a": 1}, {}]},
    },
    {
        "date": "2026-11-22T10:01:00.000Z",
        "type": "gd_send_sms_failure",
        "description": 'An error, said in "quotes" }, {',
        "user_name": "ada@shop.example",
        "client_name": "Shop",
        "details": {
            "failure_details": {"errorCode": 7, "message": "vonage status=4 part=1/1 : Bad Credentials"},
            "enrollment": {"phone_number": "+447700900123"},
            "prompts": [{"x": {}}, {"y": "}"}],
        },
    },
    {"date": "2026-11-22T10:02:00.000Z", "type": "gd_send_sms", "description": "sent", "details": {}},
]


def explain(row: bytes) -> Diagnosis | None:
    return Diagnosis("vonage.status.4", Confidence.CERTAIN, Severity.BROKEN) if b"status=4" in row else None


def scan(data: bytes | str, **options: int) -> BulkReport:
    source = MemoryExport(data if isinstance(data, bytes) else data.encode(), **options)
    return scan_export(source, CallContext(), lambda _report: None, explain)


def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textfactor.services.diagnosis.bulk.scanning.HEAD", 100)
    monkeypatch.setattr("textfactor.services.diagnosis.bulk.scanning.CHUNK", 500)


def rows_of(report: BulkReport) -> tuple[SmsRow, ...]:
    assert report.table is not None
    return report.table.rows(0, 100)


def check(report: BulkReport, form: str) -> None:
    assert (report.format, report.rows, report.sms_rows, report.sent, report.failed) == (form, 3, 2, 1, 1)
    failed, sent = rows_of(report)
    assert (failed.user, failed.number, failed.client, failed.country) == (
        "ada@shop.example",
        "+447700900123",
        "Shop",
        "GB",
    )
    assert (failed.kind, failed.cause, failed.at) == (
        RowKind.FAILED,
        "vonage.status.4",
        "2026-11-22T10:01:00.000Z",
    )
    assert (sent.kind, sent.text) == (RowKind.SENT, "sent")
    assert json.loads(failed.raw)


JSON_FORMS = {
    "array on one line": json.dumps(ROWS),
    "array over many lines": json.dumps(ROWS, indent=2),
    "objects over many lines": "\n".join(json.dumps(row, indent=4) for row in ROWS),
    "objects without a break": "".join(json.dumps(row) for row in ROWS),
    "arrays a line": "\n".join(json.dumps(ROWS[at : at + 2]) for at in (0, 2)),
    "answer with totals": json.dumps({"start": 0, "limit": 50, "length": 3, "total": 3, "logs": ROWS}),
    "elastic": json.dumps(
        {
            "took": 3,
            "hits": {
                "total": {"value": 3},
                "hits": [
                    {"_index": "logs", "_id": str(at), "_source": {"auth0": {"logs": {"data": row}}}}
                    for at, row in enumerate(ROWS)
                ],
            },
        }
    ),
    "datadog": json.dumps(
        {"data": [{"id": "1", "type": "log", "attributes": {"attributes": {"data": row}}} for row in ROWS]}
    ),
    "indented answer": json.dumps({"logs": ROWS, "total": 3}, indent=1),
}


@pytest.mark.parametrize("chunk", [10, 333, 1 << 16])
@pytest.mark.parametrize("form", JSON_FORMS)
def test_json_of_any_form(form: str, chunk: int) -> None:
    check(scan(JSON_FORMS[form], chunk=chunk), "json")


@pytest.mark.parametrize("chunk", [10, 333, 1 << 16])
def test_lines_with_wrappers(chunk: int) -> None:
    for wrap in ("data", "detail", "event", "result", "_source"):
        lines = "\n".join(json.dumps({"log_id": "1", wrap: {"log_id": "1", "data": row}}) for row in ROWS)
        check(scan(lines, chunk=chunk), "lines")


def test_broken_objects_do_not_end_the_reading() -> None:
    good = json.dumps(ROWS[2])
    report = scan(f'[{good},{{"type":"cs" "date"}},{good}, {{"a":nope}},{good}, {{"type":"cs","date":"2026')
    assert (report.rows, report.sms_rows, dict(report.skipped)) == (6, 3, {"broken": 3})
    assert "rows_skipped" in report.notes


def test_an_object_of_many_objects_is_found_by_counting() -> None:
    many = dict(ROWS[1], extra=[{"a": "}"} for _ in range(200)])
    report = scan(json.dumps([many, ROWS[2]]))
    assert (report.rows, report.sms_rows) == (2, 2)


def test_an_object_beyond_measure_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    small_steps(monkeypatch)
    monkeypatch.setattr("textfactor.services.diagnosis.bulk.objects.LONGEST", 5000)
    huge = dict(ROWS[1], extra="x" * 20_000)
    report = scan(json.dumps([ROWS[2], huge, ROWS[2], ROWS[2]]), chunk=512)
    assert (report.sms_rows, dict(report.skipped)) == (3, {"too_long": 1})


def test_deep_nesting_and_huge_numbers_do_no_harm() -> None:
    deep = '{"date":"2026-11-22T10:00:00Z","type":"cs","details":' + "[" * 100_000 + "]" * 100_000 + "}"
    odd = '{"date":9e999,"type":"cs","details":{"failure_details":{"errorCode":1e400}}}'
    big = '{"date":' + "9" * 5000 + ',"type":"cs"}'
    for text in (f"[{deep},{odd},{big}]", f"{odd}\n{deep}\n{big}\n"):
        report = scan(text)
        assert report.rows == 3
        assert report.sms_rows + sum(count for kind, count in report.skipped if kind == "broken") == 3


def table(delimiter: str = ",", **more: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    names = ["date", "type", "description", "user_name", "client_name", "details", *more]
    writer.writerow(names)
    for row in ROWS:
        cells = [json.dumps(row["details"]) if name == "details" else row.get(name, "") for name in names[:6]]
        writer.writerow([*cells, *more.values()])
    return out.getvalue()


@pytest.mark.parametrize("chunk", [10, 100, 1 << 16])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_tables(delimiter: str, chunk: int) -> None:
    check(scan(f"sep={delimiter}\r\n{table(delimiter)}", chunk=chunk), "csv")
    check(scan(table(delimiter), chunk=chunk), "csv")
    check(scan("\ufeff" + table(delimiter, more="a\nb"), chunk=chunk), "csv")


def test_a_table_whose_words_are_in_a_column_named_message() -> None:
    report = scan("Time,Type,Message\n2026-11-22T10:01:00Z,gd_send_sms_failure,vonage status=4 : Bad\n")
    assert [cause.cause for cause in report.causes] == ["vonage.status.4"]


def test_a_table_with_flat_columns() -> None:
    text = (
        "_time,data.type,data.user_name,data.details.failure_details.message,data.details.enrollment.phone_number\n"
        "2026-11-22 10:01:00 UTC,gd_send_sms_failure,ada,vonage status=4,+447700900123\n"
        "2026-11-22 10:02:00 UTC,s,ada,,\n"
    )
    report = scan(text)
    (row,) = rows_of(report)
    assert (report.rows, row.cause, row.user, row.country) == (2, "vonage.status.4", "ada", "GB")
    assert row.at == "2026-11-22T10:01:00.000Z"


def test_a_table_whose_rows_are_json() -> None:
    out = io.StringIO()
    csv.writer(out).writerows([["_time", "_raw"], *(["x", json.dumps({"data": row})] for row in ROWS)])
    check(scan(out.getvalue()), "csv")


def test_a_table_cell_beyond_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    small_steps(monkeypatch)
    monkeypatch.setattr("textfactor.services.diagnosis.bulk.tables.LONGEST", 3000)
    text = table() + '2026,"gd_send_sms","' + "x" * 9000
    report = scan(text, chunk=500)
    assert (report.sms_rows, dict(report.skipped)["too_long"]) == (2, 2)


VONAGE = [
    {
        "message_id": "a1",
        "status": "delivered",
        "from": "ACME",
        "to": "447700900123",
        "date_received": "2026-11-22T10:00:00Z",
    },
    {
        "message_id": "a2",
        "status": "failed",
        "from": "ACME",
        "to": "33612345678",
        "error_code": "6",
        "error_code_description": "Anti-Spam Rejection",
        "date_received": "2026-11-22T10:01:00Z",
    },
    {
        "messageId": "a3",
        "status": "expired",
        "msisdn": "33612345678",
        "err-code": "2",
        "message-timestamp": "2026-11-22 10:02:00",
    },
    {"message-id": "a4", "status": "unknown", "to": "1", "scts": "2611221000"},
]


def test_reports_and_receipts_of_vonage() -> None:
    for text in ("\n".join(map(json.dumps, VONAGE)), json.dumps({"records": VONAGE, "items_count": 4})):
        report = scan(text)
        assert (report.rows, report.sms_rows, report.sent, report.failed) == (4, 4, 1, 2)
        first, second, third, last = rows_of(report)
        assert (first.type, first.sender, second.text, second.country) == (
            "vonage.delivered",
            "ACME",
            "Anti-Spam Rejection",
            "FR",
        )
        assert (third.text, last.kind, third.at) == ("err-code 2", RowKind.OTHER, "2026-11-22T10:02:00.000Z")


def test_a_table_of_vonage() -> None:
    names = "account_id,message_id,from,to,status,error_code,date_received"
    text = f"{names}\nk,a,ACME,33612345678,failed,6,2026-11-22T10:00:00Z\n"
    report = scan(text)
    assert (report.rows, report.failed) == (1, 1)
    assert report.causes[0].senders[0].value == "ACME"


def test_what_is_no_export_says_so() -> None:
    report = scan("Hello, my code never came.\n" * 10)
    assert report.notes == ("not_an_export", "not_sms")
    assert scan(b"").notes[-1] == "nothing_given"


@pytest.mark.parametrize(
    ("head", "size", "name", "answer"),
    [
        (b"\x1f\x8b\x08", 10, "x.gz", True),
        (b"PK\x03\x04", 10, "x.zip", True),
        (table().encode(), 900, "rows.csv", True),
        (b"to,from\n1,2\n", 900, "rows.csv", False),
        (json.dumps(ROWS).encode(), 5_000_000, "rows.json", True),
        (json.dumps(ROWS).encode(), 900, "rows.json", False),
        (json.dumps(ROWS[1]).encode(), 900, "rows.ndjson", True),
        (json.dumps({"a": [1]}).encode(), 5_000_000, "other.json", False),
        (b"words and words", 5_000_000, "notes.txt", False),
        (json.dumps(VONAGE).encode(), 5_000_000, "report.json", True),
        (json.dumps(ROWS).encode("utf-16"), 5_000_000, "rows.json", True),
    ],
)
def test_what_looks_like_an_export(head: bytes, size: int, name: str, answer: bool) -> None:
    assert looks_like_export(head, size, name) is answer


def test_a_row_cut_off_by_the_head_is_still_a_row() -> None:
    long = json.dumps(dict(ROWS[0], filler=["x" * 300_000]))
    assert sniff(long[: 256 * 1024].encode()).format == "json"
    assert sniff(b'{"type":"s","list":[{"a":1}]}\n').format == "lines"
    assert sniff(b'prefix {"type":"gd_send_sms"}\n').format == "lines"
