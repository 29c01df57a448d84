"""The table decodes what is asked for and finds what is typed; the report says what the export said."""

import json

import pytest
from tests.fakes.export import MemoryExport

from textfactor.domain.bulk import BulkReport
from textfactor.domain.diagnosis import Confidence, Diagnosis, InputKind, Severity
from textfactor.services.context import CallContext, CancelledError, Progress
from textfactor.services.diagnosis.bulk.facts import NO_TIME, iso, milliseconds, template
from textfactor.services.diagnosis.bulk.report import to_report
from textfactor.services.diagnosis.bulk.scan import scan_export


def line(place: int) -> str:
    return json.dumps(
        {
            "date": f"2026-11-22T10:00:00.{place % 1000:03}Z",
            "type": ("s", "gd_send_sms", "gd_send_sms_failure")[place % 3],
            "user_name": f"Person{place}@Shop.Example\nx",
            "client_name": "Straße" if place % 2 else "Shop",
            "details": {
                "failure_details": {"message": f"error ref={place:016x}"},
                "enrollment": {"phone_number": f"+4477009{place:05}"},
            },
        }
    )


def scan(count: int = 3000, ctx: CallContext | None = None, part: int = 20_000) -> BulkReport:
    data = "\n".join(map(line, range(count))).encode()
    return scan_export(
        MemoryExport(data, part=part), ctx or CallContext(), lambda _report: None, lambda _row: None
    )


def test_rows_are_in_the_order_of_the_file_and_decoded_when_asked_for() -> None:
    table = scan().table
    assert table is not None
    assert len(table) == 2000
    assert [row.user.split("\n")[0] for row in table.rows(0, 3)] == [
        f"Person{n}@Shop.Example" for n in (1, 2, 4)
    ]
    assert [row.index for row in table.rows(1998, 50)] == [1998, 1999]
    assert table.rows(5000, 5) == ()
    assert len(table.rows(-5, 7)) == 2


def test_search_finds_all_words_in_any_case_and_narrows_as_one_types() -> None:
    table = scan().table
    assert table is not None
    assert table.search("PERSON1000@") == tuple(
        r.index for r in table.rows(0, 2000) if r.user.startswith("Person1000@")
    )
    both = table.search("straße failure")
    assert both == tuple(
        row.index
        for row in table.rows(0, 2000)
        if row.client == "Straße" and row.type == "gd_send_sms_failure"
    )
    for typed in ("p", "pe", "person1", "person10", "person100", "person1000"):
        assert table.search(typed) == tuple(r.index for r in table.rows(0, 2000) if typed in r.user.lower())
    assert table.search("person1000 failure nothing") == ()
    assert len(table.search("person", limit=7)) == 7
    assert table.search("  ", limit=3) == (0, 1, 2)
    for n in range(20):
        table.search(f"person{n}x")
    assert table.search("\ud800") == ()


def test_errors_that_differ_by_a_reference_are_one() -> None:
    report = scan()
    assert [(cause.count, cause.text) for cause in report.causes] == [(1000, "error #")]
    assert report.notes == ("unknown_errors",)
    assert template("to +44 7700-900123: status=15, id=ab12, 550e8400-e29b-41d4-a716-446655440000") == (
        "to +44 #: status=15, #, #"
    )
    assert len(report.users) == len(report.numbers) == 10
    assert report.users[0].value.startswith("Person")


def test_what_is_known_so_far_is_shown_while_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textfactor.services.diagnosis.bulk.scan._PAUSE", 0)
    data = "\n".join(map(line, range(3000))).encode()
    seen: list[BulkReport] = []
    steps: list[Progress] = []
    last = scan_export(
        MemoryExport(data, part=50_000), CallContext(steps.append), seen.append, lambda _row: None
    )
    assert len(seen) > 5
    assert [report.rows for report in seen] == sorted(report.rows for report in seen)
    assert not any(report.done or report.table for report in seen)
    assert last.done
    assert seen[-1].failed == last.failed
    assert (steps[0].done, steps[-1].done, steps[-1].total) == (0, 99, 100)


def test_a_stop_ends_the_reading() -> None:
    ctx = CallContext(lambda progress: ctx.cancel.cancel() if progress.done > 10 else None)
    with pytest.raises(CancelledError):
        scan(ctx=ctx)


def test_the_report_names_known_causes_and_pumping() -> None:
    rows = [line(n) for n in range(0, 9, 3)] + [line(2)]
    rows += [
        json.dumps(
            {
                "date": f"2026-11-22T{n // 6:02}:{n % 6}0:00Z",
                "type": "cs",
                "details": {"body": {"phone_number": f"44770090{n:04}"}},
            }
        )
        for n in range(120)
    ]
    rows += [
        json.dumps(
            {
                "date": f"2026-11-22T09:00:{n:02}Z",
                "type": "cs",
                "details": {"body": {"phone_number": f"99890111{n:04}"}},
            }
        )
        for n in range(60)
    ]
    found = Diagnosis("vonage.status.4", Confidence.CERTAIN, Severity.PARTLY, blanks=(("status", "4"),))
    source = MemoryExport("\n".join(rows).encode())
    bulk = scan_export(
        source, CallContext(), lambda _report: None, lambda row: found if b"error" in row else None
    )
    report = to_report(bulk)
    assert (report.reading.kind, report.reading.rows, report.reading.bytes) == (
        InputKind.EXPORT,
        184,
        source.size,
    )
    pumping, known = report.diagnoses
    assert (pumping.cause, pumping.count, pumping.evidence[0].text) == ("login.sms_pumping", 60, "+99890")
    assert (known.cause, known.count, known.blanks) == ("vonage.status.4", 1, (("status", "4"),))
    assert known.evidence[0].where == f"[{bulk.causes[0].row}]"


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2026-11-22T10:00:00.123Z", "2026-11-22T10:00:00.123Z"),
        ("2026-11-22T10:00:00", "2026-11-22T10:00:00.000Z"),
        ("2026-11-22T12:00:00+02:00", "2026-11-22T10:00:00.000Z"),
        ("2026-11-22 10:00:00.5 UTC", "2026-11-22T10:00:00.500Z"),
        ("1795341600", "2026-11-22T10:00:00.000Z"),
        (1795341600, "2026-11-22T10:00:00.000Z"),
        (1795341600000, "2026-11-22T10:00:00.000Z"),
        ("soon", ""),
        ("9" * 30, ""),
        (-5, ""),
        (float("inf"), ""),
        (None, ""),
    ],
)
def test_times(date: str | float | None, text: str) -> None:
    assert iso(milliseconds(date)) == text
    assert (milliseconds(date) == NO_TIME) is (text == "")
