"""One of our processes at a time changes a folder's files, and nobody waits for ever."""

import errno
import os
import subprocess
import sys

import pytest

from textfactor.adapters import folder_lock
from textfactor.adapters.folder_lock import alone_in

fcntl = pytest.importorskip("fcntl", reason="Windows has no such lock")

SAVES = """
import sys
from pathlib import Path
from textfactor.adapters.profile_file import ProfileFile
from textfactor.domain.answers import Environment
from textfactor.domain.profile import Endpoints, KeptProfile, Profile

store = ProfileFile(Path(sys.argv[1]))
for number in range(25):
    name = f"{sys.argv[2]}{number}"
    store.save(KeptProfile(Profile(name, name, Environment.DEVELOPMENT, False, Endpoints())))
"""


def is_free(folder) -> bool:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True


def test_a_folder_is_held_while_the_block_runs(tmp_path):
    with alone_in(tmp_path):
        assert not is_free(tmp_path)
    assert is_free(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_lets_go(tmp_path):
    with pytest.raises(ZeroDivisionError), alone_in(tmp_path):
        raise ZeroDivisionError
    assert is_free(tmp_path)


def test_who_does_not_let_go_is_not_waited_for_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(folder_lock, "_PAUSE", 0.0)
    ran = []
    with alone_in(tmp_path), alone_in(tmp_path):
        ran.append(1)
    assert ran == [1]


def test_a_drive_without_locks_and_a_folder_that_is_not_there_are_no_hindrance(tmp_path, monkeypatch):
    def no_locks(_handle: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    ran = []
    with alone_in(tmp_path / "nowhere"):
        ran.append(1)
    monkeypatch.setattr(fcntl, "flock", no_locks)
    with alone_in(tmp_path):
        ran.append(2)
    monkeypatch.setattr(sys, "platform", "win32")
    with alone_in(tmp_path):
        ran.append(3)
    assert ran == [1, 2, 3]


def test_two_processes_lose_no_profile(tmp_path):
    from textfactor.adapters.profile_file import ProfileFile

    path = tmp_path / "profiles.json"
    both = [subprocess.Popen([sys.executable, "-c", SAVES, str(path), letter]) for letter in "ab"]
    assert [one.wait(60) for one in both] == [0, 0]
    assert len(ProfileFile(path).load().profiles) == 50
    assert [file.name for file in tmp_path.iterdir()] == ["profiles.json"]
