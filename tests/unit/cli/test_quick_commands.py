"""The commands that need no service: version, window, tour, practice, sms."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.unit.cli.conftest import Console
from typer.core import TyperGroup
from typer.main import get_command

from textfactor import __version__
from textfactor.__main__ import main
from textfactor.cli.commands import make_app
from textfactor.cli.faces import Faces, PracticeOptions, TourOptions, WindowOptions
from textfactor.cli.window import has_display
from textfactor.domain.answers import TenantPath


def test_the_version_is_the_answer(console: Console) -> None:
    for argv in (("--version",), ("--version", "--practice")):
        ended = console(*argv)
        assert (ended.code, ended.out, ended.err) == (0, f"textfactor {__version__}\n", "")


def test_the_version_loads_nothing_heavy(root: Path) -> None:
    heavy = "PySide6 typer rich requests vonage keyring pydantic phonenumbers liquid textfactor.bootstrap"
    code = (
        "import sys; sys.argv[1:] = ['--version']; from textfactor.__main__ import main; main();"
        f"print(sorted(set('{heavy}'.split()) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=root / "gui", timeout=20
    )
    assert done.stdout.splitlines()[1:] == ["[]"], done.stderr


def test_sms_loads_neither_qt_nor_the_network(root: Path) -> None:
    heavy = "PySide6 requests vonage keyring phonenumbers liquid werkzeug textfactor.bootstrap textfactor.adapters"
    code = (
        "import sys; sys.argv[1:] = ['sms', 'x', '--json']; from textfactor.__main__ import main; main();"
        f"print(sorted(set('{heavy}'.split()) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=root / "gui", timeout=20
    )
    assert done.stdout.splitlines()[1:] == ["[]"], done.stderr


# ---------------------------------------------------------------- window and tour


def test_no_command_opens_the_window(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    console.code = 7
    assert console().code == 7
    assert console("--practice", "--theme", "dark", "--lang", "de").code == 7
    assert console("--self-check").code == 7
    assert console.started == [WindowOptions(), WindowOptions(True, "dark", "de"), "self-check"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_the_tour_runs_instead_and_it_is_said(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.setenv(name, "")
    ended = console()
    assert ended.code == 0
    assert "no display" in ended.err
    assert console.started == [TourOptions(Path("tour"))]


@pytest.mark.parametrize(
    ("platform", "environ", "shown"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_display_is_known(platform: str, environ: dict[str, str], shown: bool) -> None:
    assert has_display(platform, environ) is shown


def test_the_tour_takes_its_options(console: Console) -> None:
    ended = console("tour", "--out", "pics", "--theme", "dark", "--lang", "de", "--scale", "1.5", "--json")
    assert ended.code == 0
    assert console.started == [TourOptions(Path("pics"), "dark", "de", 1.5, True)]


def test_the_legacy_path_can_be_chosen_for_window_and_tour(console: Console) -> None:
    assert console("--practice", "--path", "legacy").code == 0
    assert console("tour", "--out", "x", "--path", "legacy").code == 0
    assert [getattr(options, "path", None) for options in console.started] == [TenantPath.LEGACY] * 2


def test_a_language_that_is_not_there_becomes_english_and_it_is_said(console: Console) -> None:
    ended = console("tour", "--out", "pics", "--lang", "zz")
    assert ended.code == 0
    assert "“zz”" in ended.err
    assert "de, en" in ended.err
    assert console("tour", "--out", "pics", "--lang", "de_AT").err == ""
    assert console.started == [TourOptions(Path("pics"), lang=lang) for lang in ("en", "de_AT")]


def test_the_tour_takes_the_language_before_and_behind(console: Console) -> None:
    console("--lang", "de", "tour", "--out", "pics")
    console("--lang", "de", "tour", "--out", "pics", "--lang", "en")
    assert console.started == [TourOptions(Path("pics"), lang=lang) for lang in ("de", "en")]


@pytest.mark.parametrize(
    "option", [("--lang", "de"), ("--theme", "dark"), ("--practice",), ("--self-check",)]
)
def test_an_option_of_the_window_before_a_command_is_refused(
    console: Console, option: tuple[str, ...]
) -> None:
    ended = console(*option, "sms", "x")
    assert (ended.code, ended.out) == (2, "")
    assert option[0] in ended.err
    refused = console(*option, "sms", "x", "--json")
    assert refused.json["error"]["kind"] == "usage"
    assert console("sms", "x", *option).code == 2


def every_command() -> list[tuple[str, ...]]:
    """List the commands, those of a group as well, as they are typed."""
    app = get_command(make_app(Faces(*[unreached] * 6)))
    found: list[tuple[str, ...]] = []
    assert isinstance(app, TyperGroup)
    for name, command in app.commands.items():
        found.append((name,))
        found += [(name, part) for part in getattr(command, "commands", {})]
    return found


def unreached(*_given: Any) -> Any:
    raise AssertionError


@pytest.mark.parametrize("argv", every_command(), ids=" ".join)
def test_every_command_has_help_with_an_example_of_itself(console: Console, argv: tuple[str, ...]) -> None:
    ended = console(*argv, "--help")
    assert ended.code == 0
    _help, found, shown = " ".join(ended.out.split()).partition("For example:")
    assert found
    assert "textfactor " + " ".join(argv) in shown
    flags = [line for line in ended.out.splitlines() if "<bool>" in line and "--help" not in line]
    assert flags == []  # nobody can give a flag a value


@pytest.mark.parametrize(
    "argv",
    [
        ("bundle",),
        ("diagnose",),
        ("--no-such",),
        ("tour",),
        ("send",),
        ("sms",),
        ("practice", "--plan", "gold"),
    ],
)
def test_what_is_not_there_is_a_usage_error(console: Console, argv: tuple[str, ...]) -> None:
    ended = console(*argv)
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err


def test_help_names_the_commands(console: Console) -> None:
    ended = console("--help")
    assert ended.code == 0
    for name in ("tour", "practice", "setup", "send", "sms", "--self-check"):
        assert name in ended.out
    assert "parent-pipe" not in console("practice", "--help").out


# ---------------------------------------------------------------- practice


def test_practice_takes_its_options(console: Console) -> None:
    argv = "practice --fault slow --fault trial --plan free --json --parent-pipe --latency 0.5"
    assert console(*argv.split()).code == 0
    assert console.started == [PracticeOptions(("slow", "trial"), "free", 0.5, True, True)]


def test_practice_starts_on_a_path_and_in_a_state(console: Console) -> None:
    assert console(*["practice", "--path", "legacy", "--state", "legacy_action+edited_templates"]).code == 0
    (options,) = console.started
    assert isinstance(options, PracticeOptions)
    assert (options.path, options.state) == ("legacy", "legacy_action+edited_templates")


def test_a_fault_that_does_not_exist_is_a_usage_error(console: Console) -> None:
    def refuse(options: PracticeOptions) -> None:
        raise ValueError(f"no fault named {options.faults[0]!r}")

    console.on_practice = refuse
    ended = console("practice", "--fault", "nonsense")
    assert ended.code == 2
    assert "nonsense" in ended.err
    assert "--list-faults" in ended.err


def test_a_state_that_does_not_exist_leads_to_no_list_of_faults(console: Console) -> None:
    def refuse(_options: PracticeOptions) -> None:
        raise ValueError("no such state")

    console.on_practice = refuse
    ended = console("practice", "--fault", "slow", "--state", "nonsense")
    assert (ended.code, ended.err) == (2, "no such state\n")


def test_the_faults_are_listed(console: Console) -> None:
    ended = console("practice", "--list-faults")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "slow   Each answer takes one second more.\ntrial  A trial account.\n"
    rows = console("practice", "--list-faults", "--json").json
    assert rows[1] == {"name": "trial", "description": "A trial account."}
    assert console.started == []


# ---------------------------------------------------------------- sms


def test_sms_measures_a_text(console: Console) -> None:
    ended = console("sms", "Hello “you”", "--json")
    assert ended.code == 0
    assert ended.json == {
        "encoding": "UCS-2",
        "units": 11,
        "parts": 1,
        "units_left": 59,
        "offending": [
            {"char": "“", "index": 6, "name": "LEFT DOUBLE QUOTATION MARK"},
            {"char": "”", "index": 10, "name": "RIGHT DOUBLE QUOTATION MARK"},
        ],
        "safe": 'Hello "you"',
        "left_out": None,
    }
    assert ended.err == ""


def test_sms_leaves_out_what_gsm7_has_nothing_for(console: Console) -> None:
    out = console("sms", "Party 🎉 “now”").out
    assert 'nothing in GSM-7 stands for 🎉; without it: Party "now"' in out
    assert console("sms", "Party 🎉 now", "--json").json["left_out"] == "Party now"


@pytest.mark.parametrize("command", [("--help",), ("doctor", "--help"), ("logs", "pull", "--help")])
def test_help_names_no_value_that_nobody_can_give(console: Console, command: tuple[str, ...]) -> None:
    ended = console(*command)
    assert ended.code == 0
    assert "--help" in ended.out
    assert "<bool>" not in ended.out


def test_sms_lists_each_character_once(console: Console) -> None:
    out = console("sms", "юю" + "".join(chr(0x4E00 + number) for number in range(30))).out.splitlines()
    assert out[1] == "  outside GSM-7: ю at 0, 2 times, CYRILLIC SMALL LETTER YU"
    assert len(out) == 22
    assert out[-1] == "  outside GSM-7: 11 more characters; --json has them all"


def test_sms_speaks_to_people_too(console: Console) -> None:
    assert console("sms", "x" * 161).out == "GSM-7, 161 units, 2 parts, 145 units left\n"
    out = console("sms", "Hello “you”").out
    assert "outside GSM-7: “ at 6" in out
    assert 'with GSM-7 alone: Hello "you"' in out


@pytest.mark.parametrize(
    ("raw", "units"), [(b"hello\n", 5), (b"hello\r\n", 5), (b"two\nlines\n", 9), (b"", 0), (b"\xff\n", 1)]
)
def test_sms_reads_stdin(console: Console, monkeypatch: pytest.MonkeyPatch, raw: bytes, units: int) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert console("sms", "-", "--json").json["units"] == units


@pytest.mark.parametrize("text", ["", "😀" * 5000, "\x1b[31mred\x07", "a\u202eb", "\udcff", "-x" * 3])
def test_sms_survives_any_text(console: Console, text: str) -> None:
    ended = console("sms", "--json", "--", text)
    assert ended.code == 0
    assert ended.json["parts"] >= 0
    shown = console("sms", "--", text)
    assert shown.code == 0
    assert "\x1b" not in shown.out
    assert "\u202e" not in shown.out


def test_an_interrupt_while_loading_ends_with_130(monkeypatch, capsys):
    def interrupted(_argv, _faces):
        raise KeyboardInterrupt

    monkeypatch.setattr("textfactor.__main__.run", interrupted)
    monkeypatch.setattr("sys.argv", ["textfactor", "doctor"])
    assert main() == 130
    assert capsys.readouterr() == ("", "Interrupted.\n")
