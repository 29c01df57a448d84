"""`textfactor send`: what is checked before it, the history, and what people really paste."""

import json
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.world import InMemorySmsCall
from tests.unit.cli.conftest import Console

from textfactor.adapters.sent_tests_file import MemorySentTests, SentTestsFile
from textfactor.domain.answers import Environment
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import Endpoints, KeptProfile, Profile
from textfactor.domain.sending import PartResult, SendOutcome
from textfactor.domain.sent_tests import SentTest
from textfactor.services.container import Services
from textfactor.words.moments import local_time

NUMBER = "+49 151 23456789"
KEY = {"VONAGE_API_KEY": "abcd1234", "VONAGE_API_SECRET": "s3cretS3cret", "VONAGE_FROM_NUMBER": "Acme"}
CONTRACT = {"outcome", "parts", "balance", "meaning", "next"}


@pytest.fixture
def variables(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], None]:
    def put(values: dict[str, str]) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return put


# ---------------------------------------------------------------- before it


def test_what_does_not_pass_is_told_before_the_send_and_the_json_stays_as_it_is(console: Console) -> None:
    ended = console("send", "--to", NUMBER, "--practice", "--json")
    assert (ended.code, set(ended.json)) == (0, CONTRACT)
    assert "Fraud Defender (cannot be checked): " in ended.err
    assert "API key (passed)" not in ended.err
    assert ended.err.index("Fraud Defender") < ended.err.index("Sending one SMS")


def test_a_failed_check_stops_no_send(console: Console) -> None:
    console.workspace.account.credit = 0.01
    ended = console("send", "--to", NUMBER, "--practice", "--json")
    assert ended.json["outcome"] == "accepted"
    assert "Credit (fails): €\N{NO-BREAK SPACE}0.01: less than this message costs" in ended.err
    assert "Vonage decides" in ended.err


def test_check_sends_nothing_and_ends_with_what_it_found(console: Console) -> None:
    ended = console("send", "--to", NUMBER, "--practice", "--check", "--json")
    assert (ended.code, set(ended.json)) == (0, CONTRACT | {"preflight"})
    assert ended.json["outcome"] == "not_sent"
    assert len(ended.json["preflight"]) == 9
    assert set(ended.json["preflight"][0]) == {"id", "status", "title", "meaning"}
    console.workspace.account.credit = 0.0
    ended = console("send", "--to", NUMBER, "--practice", "--check")
    assert ended.code == 1
    assert "Credit (fails)" in ended.out
    assert "API key (passed)" in ended.out
    assert "9 checks, " in ended.out
    assert console.workspace.account.sent == []
    assert console.workspace.sent_tests.all() == ()


def test_a_stop_while_it_checks_sends_nothing_and_says_so(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def balance(_self: InMemorySmsCall) -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(InMemorySmsCall, "balance", balance)
    ended = console("send", "--to", NUMBER, "--practice", "--json")
    assert (ended.code, ended.json["outcome"]) == (130, "not_sent")
    assert "before anything was sent" in ended.err
    assert console.workspace.account.sent == []


# ---------------------------------------------------------------- the history


class Kept:
    """Services whose history is this."""

    def __init__(self, console: Console, monkeypatch: pytest.MonkeyPatch, history: Any) -> None:
        real = console._services

        def services(*given: Any) -> Services:
            return replace(real(*given), sent_tests=lambda: history)

        monkeypatch.setattr(console, "_services", services)


def sent(number: int, profile: str = "p9") -> SentTest:
    part = PartResult("0", message_id=f"id{number}", price="0.0700", network="26201")
    return SentTest(
        f"textfactor-{number}", f"2026-11-2{number}T09:00:00Z", profile, "+49 ••• 789", "DE", "Acme",
        "GSM-7", SendOutcome.ACCEPTED, (part,), "8.42", arrived=None,
    )  # fmt: skip


def test_a_send_is_noted_without_text_and_number(console: Console) -> None:
    console("send", "--to", NUMBER, "--practice", "--text", "a secret text")
    (kept,) = console.workspace.sent_tests.all()
    assert (kept.outcome, kept.to, kept.parts[0].message_id) == (SendOutcome.ACCEPTED, "+49 ••• 789", "id0")
    assert "secret text" not in repr(kept)


def test_a_history_that_cannot_be_written_changes_no_answer(console: Console, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    console.workspace.sent_tests = SentTestsFile(tmp_path / "file" / "tests.jsonl")  # pyright: ignore[reportAttributeAccessIssue]
    ended = console("send", "--to", NUMBER, "--practice", "--json")
    assert (ended.code, ended.json["outcome"]) == (0, "accepted")
    assert "could not be written into the history" in ended.err


def test_the_history_is_listed_newest_first(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    history = MemorySentTests()
    Kept(console, monkeypatch, history)
    assert console("send", "--history").err == "No test message is in the history.\n"
    for test in (
        sent(1),
        replace(sent(2), arrived=False),
        replace(sent(3, "p8"), outcome=SendOutcome.REFUSED),
    ):
        history.add(test)
    console.profiles.save(
        KeptProfile(Profile("p9", "acme", Environment.STAGING, practice=False, endpoints=Endpoints()))
    )
    lines = console("send", "--history").out.splitlines()
    assert [line.split()[0] for line in lines] == [local_time(sent(number).at) for number in (3, 2, 1)]
    assert "refused, about €\N{NO-BREAK SPACE}0.07" in lines[0]
    assert "accepted, did not arrive, about €\N{NO-BREAK SPACE}0.07  acme  textfactor-2" in lines[1]
    rows = console("send", "--history", "--profile", "ACME", "--json").json
    assert [(row["reference"], row["profile"], row["arrived"]) for row in rows] == [
        ("textfactor-2", "acme", False),
        ("textfactor-1", "acme", None),
    ]
    assert "151" not in json.dumps(rows)
    assert console.opened == []


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--practice",), "keeps no history"),
        (("--profile", "nobody"), "No profile “nobody”"),
        (("--to", NUMBER), "sends or checks nothing"),
        (("--check",), "sends or checks nothing"),
    ],
)
def test_what_does_not_go_with_the_history(
    console: Console, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], says: str
) -> None:
    Kept(console, monkeypatch, MemorySentTests())
    ended = console("send", "--history", *more, "--json")
    assert ended.code == 2
    assert says in ended.json["error"]["title"]


def test_a_history_that_is_not_to_be_had_is_a_problem_in_words(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, "tests.jsonl"))

    history = MemorySentTests()
    monkeypatch.setattr(history, "all", fail)
    Kept(console, monkeypatch, history)
    assert console("send", "--history", "--json").json["error"]["kind"] == "file_failed"


def test_without_files_there_is_no_history(console: Console) -> None:
    ended = console("send", "--history", "--json")
    assert (ended.code, ended.json["error"]["kind"]) == (1, "file_failed")


# ---------------------------------------------------------------- what people really paste


@pytest.mark.parametrize(
    "given",
    [
        {"VONAGE_API_KEY": "  abcd1234 "},
        {"VONAGE_API_KEY": '"abcd1234"', "VONAGE_API_SECRET": "'s3cretS3cret'"},
        {"VONAGE_API_KEY": "VONAGE_API_KEY=abcd1234"},
        {"VONAGE_API_KEY": "ａｂｃｄ１２３４"},
    ],
    ids=["spaces", "quotes", "line", "full width"],
)
def test_what_can_only_mean_one_thing_is_taken(
    console: Console, variables: Callable[[dict[str, str]], None], given: dict[str, str]
) -> None:
    variables(KEY | given)
    ended = console("send", "--to", NUMBER, "--profile", "acme", "--check", "--json")
    assert ended.code == 0, ended.err
    assert console.workspace.account.sent == []


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"VONAGE_API_KEY": "s3cretS3cret", "VONAGE_API_SECRET": "abcd1234"}, "looks like the API secret"),
        ({"VONAGE_API_KEY": "VONAGE_API_SECRET=s3cretS3cret"}, "looks like the API secret"),
        ({"VONAGE_API_KEY": "abcd 1234"}, "space inside"),
        ({"VONAGE_API_SECRET": "VONAGE_API_KEY=abcd1234"}, "This is the API key"),
        ({"VONAGE_FROM_NUMBER": "Acme🚀"}, "no emoji"),
        ({"VONAGE_FROM_NUMBER": "🚀"}, "A to Z"),
    ],
)
def test_a_clear_word_for_each_and_nothing_is_opened(
    console: Console, variables: Callable[[dict[str, str]], None], given: dict[str, str], says: str
) -> None:
    variables(KEY | given)
    ended = console("send", "--to", NUMBER, "--profile", "acme", "--json")
    assert ended.code == 2
    assert says in ended.json["error"]["title"]
    assert "s3cretS3cret" not in ended.out + ended.err
    assert console.opened == []


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("0151 23456789", "country code is missing"),
        ("+49 0151 23456789", "Leave out the 0"),
        ("+49 151 23456789 +49 151 23456780", "two numbers"),
    ],
)
def test_a_number_that_cannot_be_right(console: Console, typed: str, says: str) -> None:
    ended = console("send", "--to", typed, "--practice", "--json")
    assert (ended.code, ended.json["outcome"]) == (2, "not_sent")
    assert says in ended.json["meaning"]
    assert console.workspace.account.sent == []


@pytest.mark.parametrize(
    "typed", ["0049 151 23456789", "＋４９ １５１ ２３４５６７８９", "+49 (0)151 23456789"]
)  # fmt: skip
def test_a_number_in_a_way_of_its_own_is_understood(console: Console, typed: str) -> None:
    console("send", "--to", typed, "--practice")
    assert [sms.to for sms in console.workspace.account.sent] == ["4915123456789"]
