"""`textfactor diagnose`: the contract of its JSON and its exit codes, and what a person reads."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.bench.diagnosis_inputs import RECEIPT, ROW
from tests.unit.cli.conftest import Console

from textfactor.words.moments import local_time

KEYS = {
    "cause", "title", "meaning", "confidence", "severity", "evidence", "fix", "links", "count", "first", "last",
}  # fmt: skip


def _give(monkeypatch: pytest.MonkeyPatch, text: str | bytes) -> None:
    content = text if isinstance(text, bytes) else text.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_a_row_as_json(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "row.json"
    file.write_text(json.dumps(ROW), "utf-8")
    ended = console("diagnose", str(file), "--json")
    assert ended.code == 1
    assert set(ended.json) == {"input", "diagnoses", "notes"}
    assert ended.json["input"] == {"kind": "log_row", "rows": 1, "bytes": file.stat().st_size}
    best = ended.json["diagnoses"][0]
    assert set(best) == KEYS
    assert (best["cause"], best["confidence"], best["severity"]) == ("vonage.status.4", "certain", "broken")
    assert best["evidence"][0] == {
        "where": "details.failure_details.message",
        "text": "vonage status=4 part=1/1",
    }
    assert (best["count"], best["first"], best["last"]) == (1, ROW["date"], ROW["date"])
    assert "{" not in best["title"] + best["meaning"] + "".join(best["fix"])
    assert all(link.startswith("https://") for link in best["links"])


@pytest.mark.parametrize(
    ("text", "code", "note"),
    [
        (RECEIPT, 1, None),
        ("", 6, "nothing to read"),
        ("hello", 6, "not enough"),
        (
            json.dumps({"type": "slo", "date": "2026-11-24T07:25:22.123Z", "log_id": "1"}),
            6,
            "not about text messages",
        ),
        (json.dumps({"messages": [{"status": "0", "message-id": "0A"}]}), 0, "Nothing is wrong"),
    ],
    ids=["wrong", "nothing", "not enough", "elsewhere", "fine"],
)
@pytest.mark.parametrize("argv", [("diagnose",), ("diagnose", "-")], ids=["bare", "dash"])
def test_exit_codes_from_stdin(console: Console, monkeypatch, argv, text, code, note) -> None:
    _give(monkeypatch, text)
    ended = console(*argv, "--json")
    assert ended.code == code
    assert bool(ended.json["diagnoses"]) == (code != 6)
    assert note is None or any(note in said for said in ended.json["notes"])


def test_a_person_reads_causes_evidence_and_steps(console: Console, monkeypatch) -> None:
    _give(monkeypatch, "vonage http=500 (may have been sent) ref=r1\n\x1b[31mvonage status=9 part=2/2 ref=r1")
    ended = console("diagnose")
    assert ended.code == 1
    assert "1. " in ended.out
    assert "Seen: vonage" in ended.out
    assert "This follows from: " in ended.out
    assert "\x1b" not in ended.out


def test_several_rows_tell_how_many_and_when(console: Console, monkeypatch) -> None:
    later = ROW | {"date": "2026-11-24T09:00:00.000Z"}
    _give(monkeypatch, json.dumps([ROW, later]))
    assert (
        f"2 rows, {local_time('2026-11-24T07:25:22.123Z')} to {local_time('2026-11-24T09:00:00.000Z')}"
        in console("diagnose").out
    )


def test_a_terminal_is_told_how_to_end(console: Console, monkeypatch) -> None:
    _give(monkeypatch, "hello")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert "Ctrl-D" in console("diagnose").err


def test_a_file_that_cannot_be_read(console: Console, tmp_path: Path) -> None:
    ended = console("diagnose", str(tmp_path / "none.json"), "--json")
    assert ended.code == 2
    assert ended.json["error"]["kind"] == "file_failed"


def test_the_real_program_needs_no_network_and_no_qt(root: Path) -> None:
    heavy = "PySide6 requests vonage keyring phonenumbers liquid werkzeug h11"
    code = (
        "import sys; sys.argv[1:] = ['diagnose', '--json']; from textfactor.__main__ import main; main();"
        f"print(sorted(set('{heavy}'.split()) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input="vonage status=4", capture_output=True, text=True, cwd=root / "gui",
        timeout=30,
    )  # fmt: skip
    answer, heavy_ones = done.stdout.splitlines()
    assert json.loads(answer)["diagnoses"][0]["cause"] == "vonage.status.4"
    assert heavy_ones == "[]", done.stderr


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", "Nothing to read"),
        ('{"name": "shop"}', "Not about text messages"),
        ("no code arrives", "Not enough to tell: "),
        (json.dumps({"messages": [{"status": "0", "message-id": "0A"}]}), "Nothing is wrong here"),
        (RECEIPT, "One diagnosis"),
    ],
    ids=["nothing", "elsewhere", "not enough", "fine", "one"],
)
def test_the_first_line_says_what_came_out(console: Console, monkeypatch, text, first) -> None:
    _give(monkeypatch, text)
    assert console("diagnose").out.startswith(first)


def test_pieces_of_one_login_are_put_together(console: Console, monkeypatch) -> None:
    number = "4915123456789"
    details = {"authenticator": {"type": "sms", "phone_number": f"+{number}"}}
    row = {"type": "gd_send_sms", "date": "2026-11-24T10:00:01Z", "user_id": "auth0|1", "log_id": "9"}
    receipt = {"msisdn": number, "messageId": "0A0000000123ABCD1", "status": "rejected", "err-code": "6"}
    both = f"{json.dumps(row | {'details': details})}\n{json.dumps(receipt)}"
    _give(monkeypatch, both)
    said = console("diagnose").out
    assert "belongs together" in said
    assert "FAIL  Phone: the message did not arrive (by number and time, " in said
    _give(monkeypatch, both)
    (login,) = console("diagnose", "--json").json["logins"]
    assert (login["light"], login["cause"]) == ("red", "vonage.receipt.6")


def test_a_step_names_the_command_and_not_the_windows_button(console: Console, monkeypatch) -> None:
    _give(monkeypatch, json.dumps([{"name": "sms", "enabled": False, "trial_expired": False}]))
    ended = console("diagnose")
    assert "textfactor setup --profile NAME --purpose turn_on" in ended.out
    assert "Plan to turn on" not in ended.out


def test_rows_are_counted_as_a_person_does(console: Console, monkeypatch) -> None:
    kinds = ("gd_start_auth", "gd_send_sms", "gd_send_sms_failure", "gd_auth_failed")
    rows = [{**ROW, "type": kind, "_id": str(n), "log_id": str(n)} for n, kind in enumerate(kinds)]
    _give(monkeypatch, json.dumps(rows))
    ended = console("diagnose")
    assert "Seen: row " in ended.out
    assert "Seen: [" not in ended.out
    _give(monkeypatch, json.dumps(rows))
    wheres = [
        seen["where"] for one in console("diagnose", "--json").json["diagnoses"] for seen in one["evidence"]
    ]
    assert any(where.startswith("[") for where in wheres)


def test_of_several_rows_the_silent_one_is_named(console: Console, monkeypatch) -> None:
    rows = [
        {"type": kind, "date": f"2026-11-24T09:00:0{n}.000Z", "log_id": str(n), "user_id": "auth0|1"}
        for n, kind in enumerate(("gd_start_auth", "gd_send_sms", "gd_auth_failed"))
    ]
    _give(monkeypatch, json.dumps(rows))
    assert "Row 3 does not say why the code was refused." in console("diagnose").out


def test_an_address_that_was_blocked_is_no_pumping(console: Console, monkeypatch) -> None:
    row = {"type": "limit_mu", "date": "2026-11-24T09:00:00.000Z", "log_id": "1", "ip": "203.0.113.9"}
    _give(monkeypatch, json.dumps(row))
    causes = [one["cause"] for one in console("diagnose", "--json").json["diagnoses"]]
    assert causes == ["auth0.ip_blocked"]
