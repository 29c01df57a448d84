"""Exports on disk: several processes, packed files, and what is refused."""

import gzip
import io
import json
import os
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from textfactor.adapters import export_file, export_text, export_worker
from textfactor.adapters.export_file import ExportFile
from textfactor.domain.bulk import BulkReport
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.services.context import CallContext, CancelledError
from textfactor.services.diagnosis.bulk.scan import scan_export


def line(place: int) -> str:
    kind = ("s", "gd_send_sms", "ssa", "gd_send_sms_failure")[place % 4]
    user = f"user{place % 50}@shop.example"
    return json.dumps(
        {"date": f"2026-11-22T10:00:00.{place % 1000:03}Z", "type": kind, "user_name": user},
        separators=(",", ":"),
    )


LINES = "".join(f"{line(place)}\n" for place in range(8000)).encode()


def scan(path: Path, **options: int) -> tuple[BulkReport, list[str]]:
    source = ExportFile(path, **options)
    try:
        report = scan_export(source, CallContext(), lambda _report: None, lambda _row: None)
        assert report.table is not None
        return report, [row.raw for row in report.table.rows(0, 10_000)]
    finally:
        source.close()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "logs.ndjson"
    path.write_bytes(LINES)
    return path


def wanted() -> list[str]:
    return [each for each in LINES.decode().splitlines() if '"gd_' in each]


def check(report: BulkReport, rows: list[str], form: str) -> None:
    assert (report.rows, report.sms_rows, report.sent, report.failed) == (8000, 4000, 2000, 2000)
    assert report.format == form
    assert report.read == report.bytes
    assert rows == wanted()


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_file, "_PART", 200_000)


@pytest.mark.usefixtures("small_parts")
def test_processes_share_a_file_and_find_the_same(export: Path) -> None:
    alone, rows = scan(export, processes=1)
    check(alone, rows, "lines")
    shared, same = scan(export, processes=2, alone=1)
    check(shared, same, "lines")
    assert shared.causes[0].users == alone.causes[0].users == 25
    assert shared.name == "logs.ndjson"


def recoded(data: bytes) -> bytes:
    return data.decode().encode("utf-16")


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir("folder")
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


HALF = LINES.index(b"\n", len(LINES) // 2) + 1
PACKED: dict[str, tuple[bytes, str]] = {
    "gzip": (gzip.compress(LINES), "gzip+lines"),
    "gzip in pieces": (gzip.compress(LINES[:HALF]) + gzip.compress(LINES[HALF:]) + b"\0" * 8, "gzip+lines"),
    "zip": (zipped(("a.ndjson", LINES), ("__MACOSX/a", b"junk"), ("empty", b"")), "zip+lines"),
    "zip of two": (
        zipped(("a.ndjson", LINES[:HALF]), ("b.ndjson.gz", gzip.compress(LINES[HALF:]))),
        "zip+lines+gzip",
    ),
    "UTF-16": (recoded(LINES), "lines"),
    "UTF-16 without its mark": (LINES.decode().encode("utf-16-le"), "lines"),
    "UTF-32": (LINES.decode().encode("utf-32"), "lines"),
    "gzip of gzip": (gzip.compress(gzip.compress(LINES)), "gzip+lines"),
    "array": (b"[" + b",".join(LINES.splitlines()) + b"]", "json"),
}


@pytest.mark.parametrize("form", PACKED)
def test_packed_exports_are_read_and_their_rows_kept(form: str, tmp_path: Path) -> None:
    data, name = PACKED[form]
    path = tmp_path / "export"
    path.write_bytes(data)
    check(*scan(path), name)


def refusal(path: Path) -> str:
    with pytest.raises(ProblemError) as caught:
        scan(path)
    assert caught.value.problem.kind is ProblemKind.FILE_FAILED
    return caught.value.problem.detail


def test_bombs_are_refused_within_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_text, "_FREE", 100_000)
    bomb = gzip.compress(b"\n" * 6_000_000)
    for name, data in (
        ("a.gz", bomb),
        ("a.zip", zipped(("a", b"\n" * 6_000_000))),
        ("b.gz", gzip.compress(bomb)),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        assert refusal(path) == "bomb_refused"


def test_more_than_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_text, "MOST_BYTES", 500_000)
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(LINES))
    assert refusal(path) == "bomb_refused"


def locked() -> bytes:
    data = bytearray(zipped(("a", LINES)))
    place = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)  # the folder comes first
    data[place + 8] |= 1
    return bytes(data)


def spoiled(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes(byte ^ 255 for byte in data[middle : middle + 100]) + data[middle + 100 :]


REFUSED: dict[str, Callable[[], bytes]] = {
    "cut off before anything": lambda: gzip.compress(LINES)[:12],
    "spoiled": lambda: spoiled(gzip.compress(LINES)),
    "no zip": lambda: b"PK\x03\x04" + b"x" * 100,
    "locked": locked,
    "spoiled zip": lambda: spoiled(zipped(("a", LINES))),
}


@pytest.mark.parametrize("form", REFUSED)
def test_damaged_files_are_refused(form: str, tmp_path: Path) -> None:
    path = tmp_path / "export"
    path.write_bytes(REFUSED[form]())
    assert refusal(path) == "archive_broken"


NESTED: dict[str, bytes] = {
    "zip in zip": zipped(("a.zip", zipped(("a", LINES)))),
    "gzip of zip": gzip.compress(zipped(("a", LINES))),
}


@pytest.mark.parametrize("form", NESTED)
def test_a_zip_inside_is_not_called_damaged(form: str, tmp_path: Path) -> None:
    path = tmp_path / "export"
    path.write_bytes(NESTED[form])
    assert refusal(path) == "archive_nested"


def test_what_was_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "half.gz"
    packed = gzip.compress(LINES)
    path.write_bytes(packed[: len(packed) // 2])
    report, _rows = scan(path)
    assert 0 < report.rows < 8000
    assert report.notes[:1] == ("cut_off",)


def test_packed_three_times_and_too_many_members_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "export"
    path.write_bytes(gzip.compress(gzip.compress(gzip.compress(LINES))))
    assert refusal(path) == "bomb_refused"
    monkeypatch.setattr(export_text, "_MOST_MEMBERS", 1)
    path.write_bytes(zipped(("a", LINES), ("b", LINES)))
    assert refusal(path) == "archive_broken"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        ExportFile(tmp_path / "nothing")
    assert caught.value.problem.detail == os.strerror(2)


@pytest.mark.usefixtures("small_parts")
def test_a_file_that_goes_away(export: Path) -> None:
    for processes in (1, 2):
        export.write_bytes(LINES)
        source = ExportFile(export, processes=processes, alone=1 if processes > 1 else 1 << 30)
        export.unlink()
        with pytest.raises(ProblemError):
            scan_export(source, CallContext(), lambda _report: None, lambda _row: None)
        source.close()
        with pytest.raises(ProblemError):
            source.read(0, 10)


@pytest.mark.usefixtures("small_parts")
def test_a_stop_ends_the_processes(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)  # type: ignore[arg-type]
            started.append(self)

    monkeypatch.setattr(export_file.subprocess, "Popen", Noted)
    ctx = CallContext(lambda progress: ctx.cancel.cancel() if progress.done else None)
    source = ExportFile(export, processes=2, alone=1)
    with pytest.raises(CancelledError):
        scan_export(source, ctx, lambda _report: None, lambda _row: None)
    source.close()
    assert len(started) == 2
    assert all(process.returncode is not None for process in started)


@pytest.mark.usefixtures("small_parts")
def test_a_process_that_dies_is_a_problem(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_file, "program", lambda: [export_file.sys.executable, "-c", "pass"])
    source = ExportFile(export, processes=2, alone=1)
    with pytest.raises(ProblemError):
        scan_export(source, CallContext(), lambda _report: None, lambda _row: None)
    source.close()


def test_a_frozen_program_is_its_own_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_file.sys, "frozen", True, raising=False)
    assert export_file.program() == [export_file.sys.executable, "export-worker"]
    assert export_file._environment()["PYTHONHASHSEED"] == "0"


def test_the_worker_answers_each_job(export: Path) -> None:
    size = export.stat().st_size
    jobs = b"".join(
        json.dumps({"path": path, "begin": 0, "end": size, "everything": False}).encode() + b"\n"
        for path in (str(export), str(export) + "?")
    )
    out = io.BytesIO()
    export_worker.serve(io.BytesIO(jobs), out)
    data = out.getvalue()
    length = int.from_bytes(data[:8], "big")
    assert export_worker.read_answer(data[8 : 8 + length]).rows == 8000
    assert data[8 + length :] == b"\0" * 8


def test_deflate_is_what_we_think(tmp_path: Path) -> None:
    """A member packed in a way that nobody here knows is damage, not a crash."""
    data = bytearray(zipped(("a", LINES)))
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.index(mark, data.index(mark) + 1)
        data[at + place : at + place + 2] = (97).to_bytes(2, "little")
    path = tmp_path / "odd.zip"
    path.write_bytes(bytes(data))
    assert zlib.crc32(LINES)
    assert refusal(path) == "archive_broken"
