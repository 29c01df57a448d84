"""The locator of resources, in each of the layouts it must know."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from textfactor import assets


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package's top in an empty place, with no resources anywhere near."""
    copy = tmp_path / "somewhere" / "gui" / "textfactor"
    copy.mkdir(parents=True)
    shutil.copy(assets.__file__, copy / "assets.py")
    (copy / "__init__.py").touch()
    return copy


def where(package: Path, prelude: str = "") -> str:
    """What a fresh Python says that the root is, or the name of what it raised."""
    code = (
        f"import sys; {prelude}\n"
        "from textfactor import assets\n"
        "try: print(assets.root())\n"
        "except assets.ResourceMissingError as e: print(type(e).__name__)"
    )
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(package.parent)!r})\n{code}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_in_this_checkout(root: Path) -> None:
    assert assets.root() == root / "resources"


def test_in_an_installed_package(package: Path) -> None:
    (package / "resources").mkdir()
    assert where(package) == str(package / "resources")


def test_in_a_checkout(package: Path) -> None:
    checkout = package.parents[1]
    (checkout / "resources").mkdir()
    (checkout / "pyproject.toml").touch()
    assert where(package) == str(checkout / "resources")


def test_a_folder_that_only_looks_like_a_checkout_is_not_one(package: Path) -> None:
    (package.parents[1] / "resources").mkdir()
    assert where(package) == "ResourceMissingError"


def test_in_a_frozen_build(package: Path, tmp_path: Path) -> None:
    unpacked = tmp_path / "unpacked"
    (unpacked / "textfactor" / "resources").mkdir(parents=True)
    assert where(package, f"sys._MEIPASS = {str(unpacked)!r}") == str(unpacked / "textfactor" / "resources")


def test_nowhere(package: Path) -> None:
    assert where(package) == "ResourceMissingError"


def test_nowhere_in_this_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path / "a" / "b")
    with pytest.raises(assets.ResourceMissingError):
        assets.root()


def test_frozen_in_this_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "textfactor" / "resources").mkdir(parents=True)
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path / "a" / "b")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert assets.root() == tmp_path / "textfactor" / "resources"


def test_reading(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "resources" / "words").mkdir(parents=True)
    (tmp_path / "resources" / "words" / "a.txt").write_text("grüße", encoding="utf-8")
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path)
    assert assets.read_text("words/a.txt") == "grüße"
    assert assets.path("words") == tmp_path / "resources" / "words"


def test_a_missing_file_raises(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path)
    with pytest.raises(assets.ResourceMissingError, match="nothing"):
        assets.read_text("nothing.txt")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/etc/passwd",
        "../pyproject.toml",
        "icons/../../x",
        "C:\\x",
        "C:x",
        "\\\\host\\share\\x",
        "icons\\..\\x",
    ],
)
def test_names_that_lead_out_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a resource"):
        assets.path(name)
