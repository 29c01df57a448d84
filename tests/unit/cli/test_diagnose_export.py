"""`diagnose` of an export: the same JSON as for anything else, with what an export has beside it."""

import gzip
import json
import os
import signal
import threading
from pathlib import Path

import pytest

from textfactor import bootstrap
from textfactor.cli.diagnose_export import diagnose_export, is_export
from textfactor.cli.exits import Exit
from textfactor.cli.output import Output
from textfactor.services.container import Services

BAD = "vonage status=4 part=1/1 : Bad Credentials"


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return bootstrap.services(bootstrap.Paths(tmp_path / "state"))


def export(path: Path, failing: int) -> Path:
    rows = []
    for place in range(60):
        failed = 20 <= place < 20 + failing
        kind = "gd_send_sms_failure" if failed else "gd_send_sms" if place % 2 else "s"
        details: dict[str, object] = {"enrollment": {"phone_number": f"+4477009{place:05}"}}
        if failed:
            details["failure_details"] = {"errorCode": "x", "message": BAD if place % 4 else "who knows"}
        rows.append(
            {
                "date": f"2026-11-22T10:{place:02}:00.000Z",
                "type": kind,
                "description": "d",
                "details": details,
            }
        )
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    return path


def test_json_has_diagnoses_and_what_happened(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = export(tmp_path / "logs.json.gz", failing=20)
    assert is_export(str(path))
    assert diagnose_export(services, str(path), Output(as_json=True)) is Exit.WRONG
    value = json.loads(capsys.readouterr().out)
    assert value["input"] == {"kind": "export", "rows": 60, "bytes": path.stat().st_size}
    first = next(one for one in value["diagnoses"] if one["cause"] == "vonage.status.4")
    assert (first["count"], first["first"]) == (15, "2026-11-22T10:21:00.000Z")
    assert first["fix"]
    (outage,) = value["export"]["incidents"]
    assert (outage["kind"], outage["failed"], outage["cause"]) == ("outage", 20, "vonage.status.4")
    assert value["export"]["format"] == "gzip+lines"
    assert sum(value["export"]["series"]["failed"]) == 20
    assert "447700900021" not in json.dumps(value["export"])
    assert value["notes"]


def test_a_person_reads_what_happened(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = export(tmp_path / "logs.json.gz", failing=20)
    assert diagnose_export(services, str(path), Output(as_json=False)) is Exit.WRONG
    out = capsys.readouterr().out
    assert "60 rows, " in out
    assert "Outage: 20 of 20 messages failed" in out
    assert "who knows" in out


def test_nothing_wrong_is_exit_six(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = export(tmp_path / "logs.json.gz", failing=0)
    assert diagnose_export(services, str(path), Output(as_json=True)) is Exit.NOTHING_FOUND
    assert json.loads(capsys.readouterr().out)["diagnoses"] == []


def test_what_cannot_be_unpacked_is_said(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "logs.gz"
    path.write_bytes(b"\x1f\x8bnonsense")
    assert diagnose_export(services, str(path), Output(as_json=True)) is Exit.USAGE
    assert json.loads(capsys.readouterr().out)["error"]["kind"] == "archive_broken"
    assert diagnose_export(services, str(tmp_path / "none"), Output(as_json=True)) is Exit.USAGE
    assert json.loads(capsys.readouterr().out)["error"]["kind"] == "file_failed"


def test_ctrl_c_stops_it(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = export(tmp_path / "logs.json.gz", failing=1)
    output = Output(as_json=True)
    assert threading.current_thread() is threading.main_thread()
    monkeypatch.setattr(Output, "progress", lambda _output, _progress: os.kill(os.getpid(), signal.SIGINT))
    assert diagnose_export(services, str(path), output) is Exit.INTERRUPTED
    assert json.loads(capsys.readouterr().out)["error"]["kind"] == "stopped"


def test_without_files_an_export_cannot_be_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from textfactor.services.container import _no_files

    full = bootstrap.services(bootstrap.Paths(tmp_path))
    bare = Services(**{name: getattr(full, name) for name in Services.__slots__ if name != "open_export"})
    assert bare.open_export is _no_files
    assert diagnose_export(bare, str(tmp_path / "x"), Output(as_json=True)) is Exit.USAGE
    assert json.loads(capsys.readouterr().out)["error"]["title"] == "x"


def test_what_was_changed_is_told_before_what_it_did(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    request = {
        "method": "put",
        "path": "/api/v2/guardian/factors/sms",
        "body": {"enabled": False},
        "auth": {"user": {"name": "Ana"}},
    }
    lines = [
        {
            "date": f"2026-11-22T1{n // 60}:{n % 60:02}:00.000Z",
            "type": "gd_send_sms" if n < 30 else "s",
            "details": {},
        }
        for n in range(90)
    ]
    lines.insert(30, {"date": "2026-11-22T10:29:30.000Z", "type": "sapi", "details": {"request": request}})
    path = tmp_path / "logs.ndjson"
    path.write_text("\n".join(map(json.dumps, lines)))
    assert diagnose_export(services, str(path), Output(as_json=True)) is Exit.WRONG
    value = json.loads(capsys.readouterr().out)
    (change,) = value["export"]["incidents"]
    assert (change["kind"], change["change"], change["effect"]) == (
        "change",
        "factor_switched_off",
        "silence",
    )
    assert change["text"] == "The SMS factor was switched off; by Ana; no message was sent after it"
    assert [one["cause"] for one in value["diagnoses"]] == ["auth0.factor_off"]
    diagnose_export(services, str(path), Output(as_json=False))
    assert "The SMS factor was switched off; by Ana" in capsys.readouterr().out
