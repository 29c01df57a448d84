"""The practice world as a process: it starts, tells where it is, and never outlives its parent."""

import contextlib
import errno
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import msgspec
import pytest
from tests.unit.adapters.practice import practising

from textfactor.adapters import practice_process
from textfactor.adapters.practice_control import PracticeControl
from textfactor.adapters.practice_process import JOIN, open_practice_process, program
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.secret import Secret
from textfactor.services.context import CallContext, CancelledError, CancelToken, Doing

pytestmark = pytest.mark.skipif(os.name == "nt", reason="looks at processes the POSIX way")


def script(*lines: str) -> list[str]:
    return [sys.executable, "-c", "\n".join(lines)]


def alive(pid: int) -> bool:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def test_the_real_one(tmp_path):
    progress = []
    process = open_practice_process(CallContext(progress.append), ("--plan", "free"))
    info = process.info
    try:
        assert not process.joined
        assert [one.doing for one in progress] == [Doing.STARTING_PRACTICE]
        assert alive(info.pid)
        control = PracticeControl(info.control_url, Secret(info.control_token), info.ca_file)
        assert control.messages() == ()
        control.close()
        assert info.vonage.api_secret not in repr(info)
    finally:
        process.close()
    assert not alive(info.pid)
    assert not Path(info.ca_file).exists()
    process.close()


def test_it_ends_when_its_parent_is_killed(tmp_path):
    parent = subprocess.Popen(
        script(
            "import sys, time, textfactor",
            "from textfactor.adapters.practice_process import open_practice_process",
            "from textfactor.services.context import CallContext",
            "process = open_practice_process(CallContext())",
            "print(process.info.pid, flush=True)",
            "time.sleep(60)",
        ),
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert alive(pid)
        parent.kill()
    gone = threading.Event()
    for _ in range(200):
        if not alive(pid) or _is_zombie(pid):
            gone.set()
            break
        threading.Event().wait(0.05)
    assert gone.is_set()


def _is_zombie(pid: int) -> bool:
    """A killed parent's child is adopted; in a container nobody may collect it."""
    with contextlib.suppress(FileNotFoundError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    return True


def test_its_last_words_are_told():
    command = script("import sys", "print('first', file=sys.stderr)", "sys.exit('the port is taken')")
    with pytest.raises(ProblemError) as caught:
        open_practice_process(CallContext(), command=command)
    assert caught.value.problem.kind is ProblemKind.PRACTICE_FAILED
    assert caught.value.problem.detail == "the port is taken"


def test_an_end_without_words():
    with pytest.raises(ProblemError) as caught:
        open_practice_process(CallContext(), command=script("import sys", "sys.exit(3)"))
    assert caught.value.problem.detail == "it ended with 3"


def test_a_program_that_is_not_there():
    with pytest.raises(ProblemError) as caught:
        open_practice_process(CallContext(), command=["/no/such/program"])
    assert caught.value.problem.kind is ProblemKind.PRACTICE_FAILED


def test_another_line_is_refused():
    with pytest.raises(ProblemError) as caught:
        open_practice_process(CallContext(), command=script("print('hello')"))
    assert caught.value.problem.detail == "it did not say where it is"


def test_one_that_never_gets_ready(monkeypatch):
    monkeypatch.setattr(practice_process, "START_SECONDS", 0.2)
    with pytest.raises(ProblemError) as caught:
        open_practice_process(CallContext(), command=script("import sys", "sys.stdin.read()"))
    assert "not ready" in caught.value.problem.detail


def test_one_that_does_not_listen_is_ended(monkeypatch):
    monkeypatch.setattr(practice_process, "START_SECONDS", 0.5)
    monkeypatch.setattr(practice_process, "_END_SECONDS", 0.3)
    command = script(
        "import signal, threading",
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)",
        "threading.Event().wait(60)",
    )
    with pytest.raises(ProblemError):
        open_practice_process(CallContext(), command=command)


def test_a_stop_ends_the_wait(tmp_path):
    cancel = CancelToken()
    ready = tmp_path / "started"
    command = script(f"open({str(ready)!r}, 'w').close()", "import sys", "sys.stdin.read()")

    def stop_when_it_runs():
        while not ready.exists():
            threading.Event().wait(0.01)
        cancel.cancel()

    thread = threading.Thread(target=stop_when_it_runs)
    thread.start()
    with pytest.raises(CancelledError):
        open_practice_process(CallContext(cancel=cancel), command=command)
    thread.join()


def test_joining_a_running_world(tmp_path, monkeypatch):
    with practising() as (info, control):
        import msgspec

        (tmp_path / "world.json").write_bytes(msgspec.json.encode(info))
        monkeypatch.setenv(JOIN, str(tmp_path / "world.json"))
        process = open_practice_process(CallContext())
        assert process.joined
        assert process.info == info
        process.close()
        assert control.messages() == ()


def test_joining_a_world_that_is_just_starting(tmp_path, monkeypatch):
    """As with `textfactor practice --json > world.json &` and the next command right behind it."""
    path = tmp_path / "world.json"
    path.touch()
    monkeypatch.setenv(JOIN, str(path))
    with practising() as (info, _control):
        told = []

        def report(progress):
            if not told:
                path.write_bytes(msgspec.json.encode(info))
            told.append(progress.doing)

        process = open_practice_process(CallContext(report))
        assert process.info == info
        assert set(told) == {Doing.STARTING_PRACTICE}


@pytest.mark.parametrize("content", [None, "", "{}", json.dumps({"vonage": 1})])
def test_joining_nothing(tmp_path, monkeypatch, content):
    path = tmp_path / "world.json"
    if content is not None:
        path.write_text(content)
    monkeypatch.setenv(JOIN, str(path))
    monkeypatch.setattr(practice_process, "JOIN_SECONDS", 0.1)
    with pytest.raises(ProblemError) as caught:
        open_practice_process(CallContext())
    assert caught.value.problem.kind is ProblemKind.PRACTICE_FAILED


def test_joining_the_world_of_somebody_else_whose_files_are_closed(tmp_path, monkeypatch):
    path = tmp_path / "world.json"
    monkeypatch.setenv(JOIN, str(path))
    with practising() as (info, _control):
        path.write_bytes(msgspec.json.encode(info))

        def closed(_path: Path) -> bool:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

        monkeypatch.setattr(Path, "is_file", closed)
        with pytest.raises(ProblemError) as caught:
            open_practice_process(CallContext())
    problem = caught.value.problem
    assert (problem.kind, problem.detail) == (ProblemKind.PRACTICE_FAILED, f"{JOIN}: Permission denied")


def test_a_frozen_build_is_its_own_interpreter(monkeypatch):
    assert program()[:3] == [sys.executable, "-m", "textfactor"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program() == [sys.executable, "practice", "--json", "--parent-pipe"]
