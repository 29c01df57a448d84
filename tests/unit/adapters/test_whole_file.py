"""A file that is written whole, and calls made side by side."""

import stat
import threading

import pytest

from textfactor.adapters.auth0_wire import _ahead_of
from textfactor.adapters.side_by_side import side_by_side
from textfactor.adapters.whole_file import save_whole
from textfactor.domain.problems import ProblemError, ProblemKind


def test_a_file_is_written_for_its_owner_only(tmp_path):
    place = tmp_path / "bundle.zip"
    save_whole(place, b"one", replace=False)
    assert place.read_bytes() == b"one"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    save_whole(place, b"two", replace=True)
    assert place.read_bytes() == b"two"
    assert [one.name for one in tmp_path.iterdir()] == ["bundle.zip"]


def test_a_file_that_is_there_stays(tmp_path):
    place = tmp_path / "bundle.zip"
    place.write_bytes(b"mine")
    with pytest.raises(ProblemError) as caught:
        save_whole(place, b"theirs", replace=False)
    assert (caught.value.problem.kind, caught.value.problem.code) == (ProblemKind.FILE_FAILED, "exists")
    assert place.read_bytes() == b"mine"


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(ProblemError) as caught:
        save_whole(tmp_path / "none" / "bundle.zip", b"x", replace=True)
    assert caught.value.problem.kind is ProblemKind.FILE_FAILED


def test_calls_run_side_by_side_and_answer_in_order():
    meeting = threading.Barrier(2, timeout=10)

    def call(name: str):
        def made() -> str:
            meeting.wait()  # neither gets on without the other
            return name

        return made

    assert side_by_side([call("a"), call("b")]) == ["a", "b"]
    assert side_by_side([]) == []


def test_what_a_call_raises_comes_to_the_caller_after_all_have_ended():
    done = threading.Event()

    def fails() -> str:
        message = "one"
        raise KeyError(message)

    def ends() -> str:
        done.set()
        return "two"

    with pytest.raises(KeyError):
        side_by_side([fails, ends])
    assert done.is_set()


def test_the_date_of_an_answer():
    assert _ahead_of("Tue, 24 Nov 2026 09:00:00 GMT", 1_795_510_805.0) == pytest.approx(5.0)
    assert _ahead_of("", 0.0) is None
    assert _ahead_of("soon", 0.0) is None
