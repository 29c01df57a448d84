"""Copies of a row count once: log streams deliver at least once, and exports overlap."""

import json
from pathlib import Path

import pytest
from tests.fakes.export import MemoryExport

from textfactor.adapters.export_file import ExportFile
from textfactor.domain.bulk import BulkReport
from textfactor.services.context import CallContext
from textfactor.services.diagnosis.bulk import merged
from textfactor.services.diagnosis.bulk.scan import scan_export
from textfactor.services.diagnosis.bulk.source import ExportSource


def line(place: int, name: str = "log_id", **more: object) -> str:
    row: dict[str, object] = {
        "date": f"2026-11-22T10:{place // 60 % 60:02}:{place % 60:02}.000Z",
        "type": ("s", "gd_send_sms", "gd_send_sms_failure")[place % 3],
        "user_name": f"person{place}\r@shop.example",
        name: f"9002{place:08}",
        **more,
    }
    return json.dumps(row)


def scan(source: ExportSource) -> BulkReport:
    return scan_export(source, CallContext(), lambda _report: None, lambda _row: None)


def of(lines: list[str], part: int = 20_000) -> BulkReport:
    return scan(MemoryExport("\n".join(lines).encode(), part=part))


@pytest.mark.parametrize("name", ["log_id", "_id"])
@pytest.mark.parametrize("part", [4_000, 1_000_000])
def test_an_overlap_counts_once(name: str, part: int) -> None:
    rows = [line(place, name) for place in range(300)]
    report = of([*rows, *rows[100:], line(301, name)], part)
    assert (report.rows, report.sms_rows, report.sent, report.failed) == (501, 201, 101, 100)
    assert report.notes[0] == "repeated"
    assert report.table is not None
    assert [row.user for row in report.table.rows(0, 999)] == [
        f"person{place}\r@shop.example" for place in (*range(300), 301) if place % 3
    ]
    (last,) = report.table.search("person299")
    assert report.table.rows(last, 1)[0].user == "person299\r@shop.example"


def test_rows_without_an_id_and_with_the_same_one_at_other_times_are_all_counted() -> None:
    report = of([line(1, "id")] * 3 + [line(1), line(4, log_id="900200000001")])
    assert (report.sms_rows, "repeated" in report.notes) == (5, False)


def test_what_the_rows_say_of_one_another_is_not_believed_twice() -> None:
    receipt = {
        "message_id": "0A1",
        "status": "failed",
        "error_code": "6",
        "date_received": "2026-11-22 10:00:00",
    }
    later = receipt | {"status": "delivered", "error_code": "0"}
    report = of([json.dumps(row) for row in (receipt, receipt, later)])
    assert (report.sms_rows, report.sent, report.failed) == (2, 1, 1)


def test_beyond_so_many_rows_none_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merged, "_MOST_MARKS", 50)
    rows = [line(place) for place in range(300)]
    assert of([*rows, *rows], 6_000).sms_rows > 300


def test_processes_tell_copies_apart_too(tmp_path: Path) -> None:
    path = tmp_path / "logs.ndjson"
    rows = "".join(f"{line(place)}\n" for place in range(30_000))
    path.write_text(rows + rows)
    source = ExportFile(path, processes=2, alone=1)
    try:
        report = scan(source)
    finally:
        source.close()
    assert (report.rows, report.sms_rows) == (60_000, 20_000)
