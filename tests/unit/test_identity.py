"""One name for the program everywhere: the desktop finds window, menu entry, icon and store page by it."""

import configparser
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from textfactor import APP_ID, __version__, assets

DESKTOP = f"desktop/{APP_ID}.desktop"
METAINFO = f"desktop/{APP_ID}.metainfo.xml"


@pytest.fixture
def entry() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # pyright: ignore[reportAttributeAccessIssue]
    parser.read_string(assets.read_text(DESKTOP))
    return parser


@pytest.fixture
def metainfo() -> ElementTree.Element:
    return ElementTree.fromstring(assets.read_text(METAINFO))


def said(element: ElementTree.Element, path: str) -> str:
    return str(element.findtext(path))


def test_the_name_is_written_once(root: Path) -> None:
    sources = (root / "gui").rglob("*.py")
    holders = [file for file in sources if APP_ID in file.read_text(encoding="utf-8")]
    assert [file.name for file in holders] == ["__init__.py"]
    assert re.fullmatch(r"[a-z]+\.[a-z]+\.[A-Z][a-z]+", APP_ID)


@pytest.mark.parametrize(
    "user", ["bootstrap.py: KeyringStore(APP_ID)", "ui/app.py: setDesktopFileName(APP_ID)"]
)
def test_the_keyring_and_the_window_use_it(root: Path, user: str) -> None:
    file, _, call = user.partition(": ")
    assert call in (root / "gui" / "textfactor" / file).read_text(encoding="utf-8")


def test_nothing_has_another_name() -> None:
    for folder in ("desktop", "icons"):
        assert {file.name.removeprefix(APP_ID)[:1] for file in assets.path(folder).iterdir()} == {"."}


def test_the_menu_entry_starts_the_program_and_has_the_icon(
    root: Path, entry: configparser.ConfigParser
) -> None:
    main = entry["Desktop Entry"]
    assert (main["Type"], main["Icon"], main["Terminal"]) == ("Application", APP_ID, "false")
    assert assets.path(f"icons/{APP_ID}.svg").is_file()
    scripts = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert {section["Exec"].split()[0] for section in entry.values() if "Exec" in section} <= set(scripts)
    assert {f"Desktop Action {name}" for name in main["Actions"].split(";") if name} == set(entry) - {
        "DEFAULT",
        "Desktop Entry",
    }
    lists = [main[key] for key in ("Actions", "Categories", "Keywords")]
    assert all(value.endswith(";") for value in lists)


def test_the_store_page_is_about_this_program_and_version(metainfo: ElementTree.Element) -> None:
    assert said(metainfo, "id") == APP_ID
    assert said(metainfo, "launchable") == f"{APP_ID}.desktop"
    assert said(metainfo, "icon") == APP_ID
    release = metainfo.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__
    assert metainfo.find("content_rating") is not None


def test_both_say_the_same(entry: configparser.ConfigParser, metainfo: ElementTree.Element) -> None:
    main = entry["Desktop Entry"]
    assert main["Name"] == said(metainfo, "name")
    assert main["Comment"] == said(metainfo, "summary")
    assert {f"{c.text}" for c in metainfo.iter("category")} == set(main["Categories"].split(";")) - {""}


def test_both_speak_the_languages_of_the_window(
    entry: configparser.ConfigParser, metainfo: ElementTree.Element
) -> None:
    window = {file.stem.removeprefix("textfactor_") for file in assets.path("i18n").glob("*.qm")}
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert {"en"} | {e.attrib[lang] for e in metainfo.iter() if lang in e.attrib} == window
    assert {"en"} | set(re.findall(r"^Comment\[(\w+)\]", assets.read_text(DESKTOP), re.MULTILINE)) == window


@pytest.mark.parametrize(
    ("tool", "options", "name"),
    [
        ("desktop-file-validate", [], DESKTOP),
        ("appstreamcli", ["validate", "--no-net", "--explain"], METAINFO),
    ],
)
def test_the_desktop_s_own_tool_is_content(tool: str, options: list[str], name: str) -> None:
    program = shutil.which(tool)
    if program is None:
        pytest.skip(f"{tool} is not on this machine")
    done = subprocess.run(
        [program, *options, str(assets.path(name))], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
