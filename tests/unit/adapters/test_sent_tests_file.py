import dataclasses

import pytest

from textfactor.adapters import sent_tests_file
from textfactor.adapters.sent_tests_file import MemorySentTests, SentTestsFile
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.sending import PartResult, SendOutcome
from textfactor.domain.sent_tests import SentTest, masked


def sent(number: int = 1) -> SentTest:
    parts = (PartResult("0", message_id=f"id{number}", price="0.05", network="26201"),)
    return SentTest(
        f"textfactor-{number}", "2026-11-24T08:00:00Z", "p1", masked("4915123456789"), "DE", "Acme", "GSM-7",
        SendOutcome.ACCEPTED, parts, "9.95",
    )  # fmt: skip


@pytest.fixture(params=["file", "memory"])
def history(request, tmp_path):
    return SentTestsFile(tmp_path / "deep" / "tests.jsonl") if request.param == "file" else MemorySentTests()


def test_the_newest_comes_first_and_a_later_word_replaces_an_earlier_one(history):
    assert history.all() == ()
    history.add(sent(1))
    history.add(sent(2))
    history.add(dataclasses.replace(sent(1), arrived=True))
    assert [one.id for one in history.all()] == ["textfactor-2", "textfactor-1"]
    assert history.all()[1].arrived is True
    history.clear()
    assert history.all() == ()
    history.clear()
    assert history.now().endswith("Z")


def test_no_whole_number_is_kept():
    assert masked("4915123456789") == "+49 ••• 789"
    assert masked("123") == "•••"
    assert "4915123456789" not in repr(sent())


def test_what_a_kill_cut_off_or_somebody_else_wrote_is_passed_over(tmp_path):
    path = tmp_path / "tests.jsonl"
    history = SentTestsFile(path)
    history.add(sent(1))
    path.write_bytes(b'{"half\n\xff\xfe\n[1]\n' + path.read_bytes() + b'{"id":"te')
    assert [one.id for one in SentTestsFile(path).all()] == ["textfactor-1"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_comes_after_a_line_cut_short_stands_alone(tmp_path):
    path = tmp_path / "tests.jsonl"
    SentTestsFile(path).add(sent(1))
    path.write_bytes(path.read_bytes() + b'{"id":"te')
    SentTestsFile(path).add(sent(2))
    assert [one.id for one in SentTestsFile(path).all()] == ["textfactor-2", "textfactor-1"]


def test_it_does_not_grow_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(sent_tests_file, "_MOST", 5)
    history = SentTestsFile(tmp_path / "tests.jsonl")
    for number in range(23):
        history.add(sent(number))
    assert len((tmp_path / "tests.jsonl").read_bytes().splitlines()) <= 10
    assert history.all()[0].id == "textfactor-22"


def test_a_folder_in_the_way_is_named(tmp_path):
    (tmp_path / "tests.jsonl").mkdir()
    history = SentTestsFile(tmp_path / "tests.jsonl")
    for call in (lambda: history.add(sent()), history.clear):
        with pytest.raises(ProblemError) as caught:
            call()
        assert caught.value.problem.kind is ProblemKind.FILE_FAILED
