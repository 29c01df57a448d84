"""`textfactor send` over a world in memory."""

import io
import signal
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.fakes.world import InMemorySmsCall
from tests.unit.cli.conftest import Console

from textfactor.adapters.numbers import Numbers
from textfactor.domain.answers import DEFAULT_TEST, Answers, World
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import Secret, SecretRef

NUMBER = "+49 151 23456789"
KEY = {
    "VONAGE_API_KEY": "abcd1234",
    "VONAGE_API_SECRET": "s3cretS3cret",
    "VONAGE_FROM_NUMBER": "447700900001",
}


@pytest.fixture
def variables(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], None]:
    def put(values: dict[str, str]) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return put


def test_one_sms_goes_out_and_the_answer_is_json(console: Console) -> None:
    ended = console("send", "--to", NUMBER, "--practice", "--json")
    assert ended.code == 0
    answer = ended.json
    assert set(answer) == {"outcome", "parts", "balance", "meaning", "next"}
    assert answer["outcome"] == "accepted"
    assert answer["parts"] == [
        {"status": "0", "name": "accepted", "message_id": "id0", "price": "0.07", "network": ""}
    ]
    assert answer["balance"] == "1.93"
    assert "not delivered" in answer["meaning"]
    sent = console.workspace.account.sent
    assert [(m.to, m.sender, m.text) for m in sent] == [("4915123456789", "447700900001", DEFAULT_TEST)]
    assert console.workspace.closed == 1
    assert "Sending one SMS" in ended.err


def test_the_practice_phone_is_named(console: Console) -> None:
    assert "It went to the practice phone" in console("send", "--to", NUMBER, "--practice").err


def test_a_person_gets_words(console: Console) -> None:
    ended = console("send", "--to", NUMBER, "--practice", "--text", "Grüße")
    assert ended.out == "accepted\npart 1: status 0: id0\n"
    assert "Accepted is not delivered" in ended.err
    assert "about €\N{NO-BREAK SPACE}0.07; about €\N{NO-BREAK SPACE}1.93 is left" in ended.err


@pytest.mark.parametrize(
    ("number", "text", "says"),
    [
        ("", "x", "missing"),
        ("  ", "x", "missing"),
        ("0151 2345678", "x", "country code"),
        ("call me", "x", "no letters"),
        ("+49 151 😀", "x", "not a phone number"),
        ("+" + "9" * 5000, "x", "Too many digits"),
        ("+49 151 23456789, +44 7700 900002", "x", "two numbers"),
        ("+999 123 456 789", "x", "not a phone number"),
        (NUMBER, " ", "text is empty"),
        (NUMBER, "x" * 4000, "Too long"),
    ],
)
def test_bad_inputs_open_nothing_and_say_what_is_wrong(
    console: Console, number: str, text: str, says: str
) -> None:
    ended = console("send", "--to", number, "--text", text, "--practice", "--json")
    assert ended.code == 2
    assert ended.json["outcome"] == "not_sent"
    assert says in ended.json["meaning"]
    assert says in ended.err
    assert console.workspace.account.sent == []


@pytest.mark.parametrize("worlds", [(), ("--practice", "--profile", "acme")])
def test_exactly_one_world_is_named(console: Console, worlds: tuple[str, ...]) -> None:
    ended = console("send", "--to", NUMBER, *worlds, "--json")
    assert ended.code == 2
    error = ended.json["error"]
    assert set(error) == {"kind", "title", "meaning", "next"}
    assert error["kind"] == "usage"
    assert "--practice, or --profile" in error["title"]
    assert "--practice, or --profile" in ended.err


def test_the_text_may_come_from_stdin(console: Console, type_in: Callable[[str], None]) -> None:
    type_in("from a pipe\n")
    assert console("send", "--to", NUMBER, "--practice", "--text", "-").code == 0
    assert console.workspace.account.sent[0].text == "from a pipe"


@pytest.mark.parametrize("raw", [b"a\xff", "Grüße".encode("latin-1"), b"a\xed\xa0\x80", b"a\0b", b"a\x1b[2J"])
def test_bytes_that_are_no_text_cost_nothing(
    console: Console, monkeypatch: pytest.MonkeyPatch, raw: bytes
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    ended = console("send", "--to", NUMBER, "--practice", "--text", "-")
    assert (ended.code, ended.out) == (2, "")
    assert ("control character" if raw.isascii() else "as UTF-8") in ended.err
    assert console("send", "--to", NUMBER, "--practice", "--text", "a\udcff").code == 2
    assert console.workspace.account.sent == []


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("+49 30 901820", "A landline in Germany: most of them take no SMS."),
        ("+44 800 1111000", "A toll-free number in United Kingdom: those take no SMS."),
        ("+49 900 1234567", "A premium rate number in Germany: those take no SMS."),
    ],
)
def test_a_line_that_takes_no_sms_is_asked_about_first(
    console: Console, monkeypatch: pytest.MonkeyPatch, number: str, says: str
) -> None:
    real = console._services
    monkeypatch.setattr(console, "_services", lambda *path: replace(real(*path), numbers=Numbers()))
    ended = console("send", "--to", number, "--practice", "--json")
    assert ended.code == 2
    assert (ended.json["outcome"], ended.json["meaning"]) == ("not_sent", says)
    assert "--anyway" in ended.json["next"][0]
    assert console.workspace.account.sent == []
    assert console("send", "--to", number, "--practice", "--check").code == 0  # a look at it is fine
    assert console("send", "--to", number, "--practice", "--anyway").code == 0
    assert len(console.workspace.account.sent) == 1


def test_a_world_of_its_own_says_how_to_keep_one(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = console("send", "--to", NUMBER, "--practice")
    assert ended.err.startswith(
        "This practice world ends with the command. To keep one: textfactor practice --json"
    )
    assert "TEXTFACTOR_PRACTICE=world.json" in ended.err.splitlines()[0]
    assert "ends with" not in console("send", "--to", NUMBER, "--practice", "--json").err
    monkeypatch.setenv("TEXTFACTOR_PRACTICE", "world.json")
    assert "ends with" not in console("send", "--to", NUMBER, "--practice").err


def test_a_line_of_stdin_is_named_as_it_was_written(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"VONAGE_API_KEY=ab cd 12 34\n")))
    ended = console("send", "--to", NUMBER, "--profile", "x", "--secrets-stdin")
    assert (ended.code, ended.err.split(":")[0]) == (2, "VONAGE_API_KEY")


# ---------------------------------------------------------------- what goes wrong


def test_refused_credentials_end_with_4(
    console: Console, variables: Callable[[dict[str, str]], None]
) -> None:
    variables(KEY | {"VONAGE_API_SECRET": "canary7Wrong"})
    ended = console("send", "--to", NUMBER, "--profile", "acme", "--json")
    assert ended.code == 4
    assert ended.json["outcome"] == "refused"
    assert ended.json["parts"][0]["name"] == "invalid credentials"
    assert any("API settings" in step for step in ended.json["next"])
    assert "canary7Wrong" not in ended.out + ended.err


def test_an_unknown_outcome_is_shown_as_unknown_and_nothing_is_sent_again(console: Console) -> None:
    console.workspace.account.lost = True
    ended = console("send", "--to", NUMBER, "--practice", "--json")
    assert ended.code == 3
    assert ended.json["outcome"] == "unknown"
    assert "not known" in ended.json["meaning"]
    assert len(console.workspace.account.sent) == 1


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (ProblemKind.NO_NETWORK, 3),
        (ProblemKind.PRACTICE_FAILED, 3),
        (ProblemKind.BAD_CREDENTIALS, 4),
        (ProblemKind.KEYRING_LOCKED, 4),
        (ProblemKind.DRIFT, 5),
        (ProblemKind.SECRET_MISSING, 2),
        (ProblemKind.FILE_FAILED, 1),
    ],
)
def test_a_world_that_does_not_open_is_told_in_both_streams(
    console: Console, kind: ProblemKind, code: int
) -> None:
    def fail() -> None:
        raise ProblemError(Problem(kind, Service.VONAGE))

    console.on_open = fail
    ended = console("send", "--to", NUMBER, "--practice", "--json")
    assert ended.code == code
    assert ended.json["outcome"] == "not_sent"
    assert ended.json["parts"] == []
    assert ended.json["balance"] is None
    assert ended.err


def test_a_stop_before_the_send_sends_nothing(console: Console) -> None:
    console.on_open = lambda: signal.raise_signal(signal.SIGINT)
    ended = console("send", "--to", NUMBER, "--practice", "--json")
    assert (ended.code, ended.json["outcome"]) == (130, "not_sent")
    assert "Stopped before anything was sent" in ended.err
    assert console.workspace.account.sent == []
    assert console.workspace.closed == 1


def test_a_stop_during_the_send_still_tells_its_outcome(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = InMemorySmsCall.send

    def send(self: InMemorySmsCall, message: object) -> object:
        signal.raise_signal(signal.SIGINT)
        return real(self, message)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(InMemorySmsCall, "send", send)
    ended = console("send", "--to", NUMBER, "--practice", "--json")
    assert ended.code == 130
    assert ended.json["outcome"] == "accepted"


def test_a_second_stop_ends_at_once_and_says_that_nobody_knows(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def send(_self: InMemorySmsCall, _message: object) -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(InMemorySmsCall, "send", send)
    ended = console("send", "--to", NUMBER, "--practice", "--json")
    assert (ended.code, ended.json["outcome"]) == (130, "unknown")
    assert "not known" in ended.err
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


# ---------------------------------------------------------------- profiles


def test_a_profile_takes_its_keys_from_the_environment(
    console: Console, variables: Callable[[dict[str, str]], None]
) -> None:
    variables(KEY | {"TEXTFACTOR_VONAGE_FROM_NUMBER": "Acme", "TEXTFACTOR_PROXY": "proxy.acme.test:8080"})
    ended = console("send", "--to", NUMBER, "--profile", "acme", "--json")
    assert ended.code == 0, ended.err
    assert console.workspace.account.sent[0].sender == "Acme"
    profile = console.opened[0]
    assert (profile.name, profile.practice) == ("acme", False)
    assert profile.endpoints.proxy == "http://proxy.acme.test:8080"


def test_what_is_missing_is_named_all_at_once(
    console: Console, variables: Callable[[dict[str, str]], None]
) -> None:
    variables({"VONAGE_API_KEY": "abcd1234"})
    ended = console("send", "--to", NUMBER, "--profile", "acme", "--json")
    assert ended.code == 2
    assert "No profile “acme” is kept here" in ended.err
    assert "VONAGE_API_SECRET, VONAGE_FROM_NUMBER" in ended.err
    error = ended.json["error"]
    assert error["kind"] == "credentials_missing"
    assert "VONAGE_API_SECRET, VONAGE_FROM_NUMBER" in error["title"]
    assert error["next"]
    assert console.workspace.account.sent == []


def test_a_variable_that_cannot_be_right_is_named_without_its_value(
    console: Console, variables: Callable[[dict[str, str]], None]
) -> None:
    variables(KEY | {"VONAGE_API_SECRET": "two canary9 words"})
    ended = console("send", "--to", NUMBER, "--profile", "acme", "--json")
    assert ended.code == 2
    assert "VONAGE_API_SECRET: There is a space inside." in ended.err
    assert ended.json["error"]["kind"] == "bad_variable"
    assert "canary9" not in ended.out + ended.err


def test_the_wizards_profile_gives_what_the_environment_does_not(console: Console) -> None:
    answers = Answers(
        world=World.OWN, profile_id="p9", profile_name="acme", api_key="abcd1234", sender="447700900001"
    )
    console.drafts.draft = ("done", answers)
    console.workspace.secrets.kept[SecretRef("p9", "vonage_secret")] = Secret("s3cretS3cret")
    assert console("send", "--to", NUMBER, "--profile", "acme").code == 0
    assert console.opened[0].id == "p9"


def test_another_profile_of_the_wizard_gives_nothing(console: Console) -> None:
    answers = Answers(world=World.OWN, profile_id="p9", profile_name="other", api_key="abcd1234")
    console.drafts.draft = ("done", answers)
    ended = console("send", "--to", NUMBER, "--profile", "acme")
    assert ended.code == 2
    assert "VONAGE_API_KEY" in ended.err
