"""The command line as others call it: real processes, a real practice world, nothing but exit codes and JSON."""

import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

PACKAGE_ROOT = Path(__file__).resolve().parents[2] / "gui"
NUMBER = "+49 151 23456789"


@dataclass
class Ended:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(PACKAGE_ROOT)} | more


def textfactor(*argv: str, stdin: str = "", **variables: str) -> Ended:
    done = subprocess.run(
        [sys.executable, "-m", "textfactor", *argv],
        capture_output=True,
        text=True,
        input=stdin,
        env=environment(**variables),
        timeout=50,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


@dataclass
class World:
    """A running practice world."""

    info: dict[str, Any]
    file: Path
    process: subprocess.Popen[str]

    def __call__(self, *argv: str) -> Ended:
        """Run a command that joins it."""
        return textfactor(*argv, TEXTFACTOR_PRACTICE=str(self.file))

    def control(self, method: str, path: str, body: object = None) -> Any:
        request = urllib.request.Request(
            self.info["control_url"] + path,
            json.dumps(body).encode() if body is not None else None,
            {"Authorization": f"Bearer {self.info['control_token']}", "Content-Type": "application/json"},
            method=method,
        )
        trust = ssl.create_default_context(cafile=self.info["ca_file"])
        with urllib.request.urlopen(request, context=trust, timeout=5) as answer:
            return json.loads(answer.read() or b"null")

    @contextmanager
    def fault(self, name: str) -> Generator[None]:
        self.control("POST", "/faults", {"name": name})
        yield
        self.control("DELETE", "/faults")

    def secrets(self) -> set[str]:
        vonage, auth0 = self.info["vonage"], self.info["auth0"]
        return {vonage["api_secret"], auth0["client_secret"], auth0["token"], self.info["control_token"]}

    def hides_its_secrets(self, *ended: Ended) -> bool:
        return not any(secret in one.out + one.err for secret in self.secrets() for one in ended)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Start a world with the limits of the largest plan; its line goes to a file, as DESIGN 6 has it."""
    command = [sys.executable, "-m", "textfactor", "practice", "--json", "--plan", "enterprise"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment())
    assert process.stdout is not None
    line = process.stdout.readline()
    file = tmp_path / "world.json"
    file.write_text(line, encoding="utf-8")
    yield World(json.loads(line), file, process)
    process.send_signal(signal.SIGTERM)
    rest = process.communicate(timeout=10)[0]
    assert (process.returncode, rest) == (0, ""), "one line, and a clean end"


@pytest.mark.slow
@pytest.mark.timeout(90)
def test_send_and_set_up_in_a_joined_world(world: World) -> None:
    assert set(world.info) == {"vonage", "auth0", "ca_file", "control_url", "control_token", "pid"}
    assert world.info["pid"] == world.process.pid

    sent = world("send", "--to", NUMBER, "--text", "Grüße “aus” Köln", "--practice", "--json")
    assert (sent.code, sent.json["outcome"]) == (0, "accepted")
    inbox = world.control("GET", "/inbox")
    assert "Grüße “aus” Köln" in json.dumps(inbox, ensure_ascii=False)

    done = world("setup", "--practice", "--yes", "--run-sender", "--json")
    assert (done.code, done.json["state"]) == (0, "applied"), done.err
    assert [row["id"] for row in done.json["plan"]] == done.json["applied"]
    assert "The sender works" in done.err

    again = world("setup", "--practice", "--yes", "--json")
    assert (again.code, again.json["state"], again.json["plan"]) == (0, "nothing to do", [])

    undone = world("setup", "--practice", "--undo", "--yes", "--json")
    assert (undone.code, undone.json["state"]) == (0, "undone"), undone.err
    twice = world("setup", "--practice", "--undo", "--yes", "--json")
    assert (twice.code, twice.json["state"]) == (0, "nothing to do")
    assert world.hides_its_secrets(sent, done, again, undone, twice)


def test_refused_credentials_end_with_4_and_one_try(world: World) -> None:
    with world.fault("wrong_secret"):
        refused = world("send", "--to", NUMBER, "--practice", "--json")
    assert (refused.code, refused.json["outcome"]) == (4, "refused")
    assert refused.json["parts"][0]["status"] == "4"
    with world.fault("auth_401"):
        stopped = world("setup", "--practice", "--yes", "--json")
    assert (stopped.code, stopped.json["stopped_by"]["kind"]) == (4, "bad_credentials")
    with world.fault("wrong_client_secret"):
        no_token = world("setup", "--practice", "--plan-only", "--json")
    assert (no_token.code, no_token.json["stopped_by"]["where"]) == (4, "auth0")
    assert world.hides_its_secrets(refused, stopped, no_token)


def test_a_lost_answer_is_unknown_and_posted_once(world: World) -> None:
    with world.fault("drop_after_read"):
        ended = world("send", "--to", NUMBER, "--practice", "--json")
    assert (ended.code, ended.json["outcome"]) == (3, "unknown")
    posts = [row for row in world.control("GET", "/requests")["requests"] if row["path"] == "/sms/json"]
    assert len(posts) == 1


def test_a_world_that_is_gone_is_unreachable(world: World, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        info = json.loads(json.dumps(world.info))
        info["vonage"]["url"] = f"https://127.0.0.1:{port}"
        gone = tmp_path / "gone.json"
        gone.write_text(json.dumps(info), encoding="utf-8")
        ended = textfactor("send", "--to", NUMBER, "--practice", "--json", TEXTFACTOR_PRACTICE=str(gone))
    assert (ended.code, ended.json["outcome"]) == (3, "not_sent")


@pytest.mark.parametrize(
    "number", ["", "call me", "📞", "9" * 100_000], ids=["empty", "letters", "emoji", "huge"]
)
def test_bad_numbers_end_with_2_before_anything_is_started(number: str) -> None:
    ended = textfactor("send", "--to", number, "--practice", "--json")
    assert (ended.code, ended.json["outcome"]) == (2, "not_sent")
    assert "Starting the practice world" not in ended.err


def test_usage_errors_end_with_2() -> None:
    for argv in (("practice", "--fault", "nonsense"), ("setup", "--practice"), ("bundle",)):
        ended = textfactor(*argv)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.strip()


def test_a_profile_without_keys_says_what_is_missing() -> None:
    ended = textfactor("setup", "--profile", "acme", "--yes", "--json", VONAGE_API_KEY="abcd1234")
    assert (ended.code, ended.json["error"]["kind"]) == (2, "credentials_missing")
    assert "VONAGE_API_SECRET, VONAGE_FROM_NUMBER, AUTH0_DOMAIN" in ended.err


def test_a_pipe_gives_the_text() -> None:
    ended = textfactor("sms", "-", "--json", stdin="Grüße\n")
    assert (ended.code, ended.json["units"], ended.json["encoding"]) == (0, 5, "GSM-7")


def test_the_window_opens_paints_and_closes() -> None:
    ended = textfactor("--self-check", QT_QPA_PLATFORM="offscreen")
    assert ended.code == 0, ended.err
    assert set(ended.json) == {"ready_ms"}
    assert ended.json["ready_ms"] > 0


def test_stop_at_the_terminal_ends_with_130_and_says_so() -> None:
    """A Ctrl-C while the practice world starts: the whole process group gets it, as at a terminal."""
    command = [sys.executable, "-m", "textfactor", "send", "--to", NUMBER, "--practice", "--json"]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
        start_new_session=True,
    )
    assert process.stderr is not None
    assert "Starting the practice world" in process.stderr.readline()
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert json.loads(out)["outcome"] == "not_sent"
    assert "Traceback" not in err


def test_the_practice_world_starts_where_somebody_was_before() -> None:
    """A legacy tenant whose old Action sends: a login gets its code through the Action, in a real engine."""
    command = [sys.executable, "-m", "textfactor", "practice", "--json", "--path", "legacy"]
    command += ["--state", "legacy_action"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment()) as process:
        assert process.stdout is not None
        world = World(json.loads(process.stdout.readline()), Path(), process)
        login = world.control("POST", "/logins", {"user": "anna", "phone": NUMBER})
        (message,) = world.control("GET", "/inbox")["messages"]
        code = message["text"].split()[0]
        ended = world.control("POST", f"/logins/{login['id']}/code", {"code": code})
        process.send_signal(signal.SIGTERM)
        process.wait(20)
    assert (login["state"], ended["state"]) == ("code_sent", "accepted")


def test_a_state_that_does_not_exist_is_a_usage_error() -> None:
    ended = textfactor("practice", "--state", "nonsense")
    assert ended.code == 2
    assert "no state named 'nonsense', only fresh, legacy" in ended.err
