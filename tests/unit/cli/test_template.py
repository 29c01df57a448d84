"""`textfactor template`: rendered for several people, linted, measured."""

import io
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Console

from textfactor.domain.templates import LIMIT

FINE = "{{ code }} is your code for {{ friendly_name }}."


@pytest.fixture
def template(tmp_path: Path):
    """Write a template and name its file."""

    def write(text: str | bytes) -> str:
        file = tmp_path / "message.liquid"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(file)

    return write


def ids(ended) -> list[str]:
    return [note["id"] for note in ended.json["lint"]]


def test_a_good_template(console: Console, template) -> None:
    ended = console("template", template(FINE + "\n"), "--path", "unified", "--json")
    assert ended.code == 0
    answer = ended.json
    assert set(answer) == {"path", "type", "rendered", "lint", "sms", "safe", "translated"}
    assert (answer["path"], answer["type"]) == ("unified", "otp_verify")
    assert (answer["safe"], answer["translated"]) == (None, None)
    first = answer["rendered"][0]
    assert first["text"] == "123456 is your code for Example."
    assert (first["sample"], first["locale"], first["fault"]) == ("ada", "en", None)
    assert first["sms"] == {
        "encoding": "GSM-7", "units": 32, "parts": 1, "units_left": 128, "offending": [], "safe": None,
    }  # fmt: skip
    assert answer["sms"] == first["sms"]
    assert ids(ended) == ["origin_bound"]


def test_errors_end_with_1_and_name_their_places(console: Console, template) -> None:
    ended = console(
        "template", template("“{{ code }}” {{ tenant.friendly_name }}"), "--path", "unified", "--json"
    )
    assert ended.code == 1
    wrong, odd, _hint = ended.json["lint"]
    assert (wrong["id"], wrong["severity"], wrong["instead"]) == ("legacy_variable", "error", "friendly_name")
    assert wrong["places"] == [{"start": 16, "length": 20}]
    assert "write {{ friendly_name }}" in wrong["text"]
    assert (odd["id"], odd["severity"]) == ("not_gsm7", "warning")
    assert ended.json["safe"] == '"{{ code }}" {{ tenant.friendly_name }}'
    assert ended.json["translated"] == "“{{ code }}” {{ friendly_name }}"


def test_the_legacy_path_has_its_own_names(console: Console, template) -> None:
    file = template("{{code}} for {{tenant.friendly_name}}")
    assert console("template", file, "--path", "legacy").code == 0
    assert console("template", file, "--path", "unified").code == 1
    assert console("template", template(FINE), "--path", "legacy").code == 1


def test_a_locale_and_a_type(console: Console, template) -> None:
    file = template("{{ locale }}: blocked")
    ended = console(
        "template", file, "--path", "unified", "--type", "blocked_account", "--locale", "pt-BR", "--json"
    )
    assert ended.code == 0
    assert {one["text"] for one in ended.json["rendered"]} == {"pt-BR: blocked"}
    assert {one["locale"] for one in ended.json["rendered"]} == {"pt-BR"}


def test_people_who_get_the_same_are_named_together(console: Console, template) -> None:
    ended = console("template", template("{{ code }} {{ user.given_name }}"), "--path", "unified")
    assert ended.code == 0
    assert "  ada (en): GSM-7, 10 units, 1 part, 150 units left\n    123456 Ada\n" in ended.out
    assert "zoe (de): UCS-2" in ended.out
    assert "hint: filled_not_gsm7: " in ended.out
    assert ended.out.count("parts") == 0
    same = console("template", template(FINE), "--path", "unified")
    assert "  ada (en), zoe (de), jose (es), yuki (ja), number (fr): GSM-7" in same.out


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{{ code", "bad_syntax"),
        ("{% for i in (1..99999999) %}{{ code }}{% endfor %}", "too_much"),
        ("{{ code }}" + "x" * 1_000_000, "too_long"),
        ("", "empty"),
        ("no code", "no_code"),
    ],
)
def test_what_cannot_be_used_is_told(console: Console, template, text: str, kind: str) -> None:
    ended = console("template", template(text), "--path", "unified", "--json")
    assert ended.code == 1
    assert ids(ended)[0] == kind
    shown = console("template", template(text), "--path", "unified")
    assert shown.code == 1
    assert f"error: {kind}" in shown.out


def test_a_fault_has_no_text(console: Console, template) -> None:
    first = console("template", template("{{ code"), "--path", "unified", "--json").json["rendered"][0]
    assert (first["text"], first["fault"]) == (None, "bad_template")


def test_full_width_digits_and_emoji(console: Console, template) -> None:
    ended = console("template", template("{{ code }} １２３"), "--path", "unified", "--json")
    assert ended.json["safe"] == "{{ code }} 123"
    assert ended.json["sms"]["encoding"] == "UCS-2"
    assert console("template", template("{{ code }} 🎉"), "--path", "unified", "--json").json["safe"] is None


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_of_other_editors(console: Console, template, coding: str) -> None:
    file = template("{{ code }} für\r\nalle\r\n".encode(coding))
    ended = console("template", file, "--path", "unified", "--json")
    assert ended.json["rendered"][0]["text"] == "123456 für\nalle"


def test_standard_input(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FINE.encode())))
    assert console("template", "-", "--path", "unified", "--json").code == 0


def test_what_is_no_question_ends_with_2(console: Console, template, tmp_path: Path) -> None:
    missing = console("template", str(tmp_path / "none"), "--path", "unified", "--json")
    assert missing.code == 2
    assert missing.json["error"]["kind"] == "file"
    assert console("template", str(tmp_path), "--path", "unified").code == 2
    assert console("template", template(FINE)).code == 2, "the path has to be named"
    other = console("template", template(FINE), "--path", "legacy", "--type", "otp_verify", "--json")
    assert other.code == 2
    assert "verification, enrollment" in other.json["error"]["title"]
    assert console("template", template(FINE), "--path", "neither").code == 2


def test_the_limit_is_auth0s(console: Console, template) -> None:
    room = LIMIT - len("{{ code }}")
    assert console("template", template("{{ code }}" + " " * room), "--path", "unified", "--json").code == 1
    assert LIMIT == 20_000
