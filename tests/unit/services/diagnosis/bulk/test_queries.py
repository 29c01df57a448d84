"""The queries ask for every type that matters, and what they answer can be read."""

import csv
import json
from pathlib import Path

import pytest
from tests.fakes.export import MemoryExport

from textfactor.services.context import CallContext
from textfactor.services.diagnosis.bulk.queries import TYPES, LogHome, query_for
from textfactor.services.diagnosis.bulk.scan import scan_export

ROWS = [
    {
        "date": f"2026-11-22T10:{place:02}:00.000Z",
        "type": kind,
        "log_id": str(place),
        "details": {"failure_details": {"message": "x"}},
    }
    for place, kind in enumerate(("s", "gd_send_sms_failure", "gd_send_sms", "fp", "limit_phone"))
]


def counts(data: bytes) -> tuple[int, int, int]:
    report = scan_export(MemoryExport(data), CallContext(), lambda _report: None, lambda _row: None)
    return report.sent, report.failed, report.limited


@pytest.mark.parametrize("home", LogHome)
def test_each_query_names_every_type_and_its_place(home: LogHome) -> None:
    query = query_for(home, "my-place")
    assert "my-place" in query.text
    assert all(name in query.text for name in TYPES)
    assert "my-place" not in query_for(home).text
    assert query_for(home).place in query_for(home).text


def test_a_place_cannot_leave_its_quotes() -> None:
    assert "'it''s'" in query_for(LogHome.DUCKDB, "it's").text
    assert "`x y`" in query_for(LogHome.BIGQUERY, "x` y").text


@pytest.mark.parametrize("form", ["rows", "stream", "array"])
def test_duckdb_really_runs_its_query(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(tmp_path)
    rows = [{"log_id": "1", "data": row} for row in ROWS] if form == "stream" else ROWS
    text = json.dumps(rows) if form == "array" else "\n".join(map(json.dumps, rows))
    Path("logs.json").write_text(text, encoding="utf-8")
    with duckdb.connect() as connection:
        query = query_for(LogHome.DUCKDB, "logs.json")
        connection.execute(query.text)
    answer = Path(query.answer).read_bytes()
    assert len(answer.splitlines()) == 3
    assert counts(answer) == (1, 1, 1)


def test_elastic_gets_valid_json() -> None:
    first, _, body = query_for(LogHome.ELASTIC).text.partition("\n")
    assert first == "GET /logs-auth0*/_search"
    assert json.loads(body)["size"] == 10_000


def table(path: Path, names: list[str], cells: list[list[str]]) -> bytes:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([names, *cells])
    return path.read_bytes()


def test_what_the_others_answer_can_be_read(tmp_path: Path) -> None:
    wanted = [row for row in ROWS if row["type"] in TYPES]
    names = ["date", "type", "log_id", "details"]
    bigquery = [[str(row["date"]), str(row["type"]), "1", json.dumps(row["details"])] for row in wanted]
    snowflake = [[json.dumps(row)] for row in wanted]
    splunk = [["2026-11-22T10:00:00", json.dumps({"log_id": "1", "data": row})] for row in wanted]
    datadog = [["2026-11-22", "host", json.dumps({"log_id": "1", "data": row})] for row in wanted]
    elastic = {
        "hits": {"hits": [{"_id": "1", "_source": {"auth0": {"logs": {"data": row}}}} for row in wanted]}
    }
    answers = [
        table(tmp_path / "1", names, bigquery),
        table(tmp_path / "2", ["_raw"], snowflake),
        table(tmp_path / "3", ["_time", "_raw"], splunk),
        table(tmp_path / "4", ["Date", "Host", "Message"], datadog),
        json.dumps(elastic).encode(),
        "\n".join(json.dumps({"preview": False, "result": {"_raw": row[1]}}) for row in splunk).encode(),
    ]
    assert [counts(answer) for answer in answers] == [(1, 1, 1)] * len(answers)
