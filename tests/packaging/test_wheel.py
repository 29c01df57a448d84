"""What a person installs: the wheel's contents, and the program run from it, far away from the checkout."""

import configparser
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def build(root: Path, kind: str, folder: Path) -> Path:
    """Build without isolation: the tools are in the lock."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(root, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a fresh installation; the dependencies come from the environment of the tests."""
    target = tmp_path_factory.mktemp("installed")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
    ]
    subprocess.run([*command, str(wheel)], check=True, capture_output=True)
    return target


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def files(folder: Path) -> set[str]:
    found = (file.relative_to(folder) for file in folder.rglob("*") if file.is_file())
    return {file.as_posix() for file in found if "__pycache__" not in file.parts}


def python(installed: Path, folder: Path, code: str) -> str:
    """Run code in another directory, with the installation and not the checkout on the path."""
    code = f"import sys; sys.path.insert(0, {str(installed)!r})\n{code}"
    command = [sys.executable, "-I", "-c", code]
    done = subprocess.run(command, cwd=folder, env=os.environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_one_top_level_name(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in names(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"textfactor"}


def test_nothing_is_left_out(root: Path, wheel: Path) -> None:
    modules = {f"textfactor/{name}" for name in files(root / "gui" / "textfactor")}
    resources = {f"textfactor/resources/{name}" for name in files(root / "resources")}
    assert {name for name in names(wheel) if name.startswith("textfactor/")} == modules | resources


def test_its_scripts_start_something(wheel: Path, installed: Path, tmp_path: Path) -> None:
    scripts = configparser.ConfigParser()
    with zipfile.ZipFile(wheel) as archive:
        (entry_points,) = (name for name in archive.namelist() if name.endswith("/entry_points.txt"))
        scripts.read_string(archive.read(entry_points).decode())
    assert dict(scripts["console_scripts"]) == {"textfactor": "textfactor.__main__:main"}
    assert dict(scripts["gui_scripts"]) == {"textfactor-gui": "textfactor.__main__:main"}
    assert (
        python(installed, tmp_path, "from textfactor.__main__ import main; print(callable(main))") == "True\n"
    )


def test_it_finds_its_resources(installed: Path, tmp_path: Path) -> None:
    found = python(installed, tmp_path, "from textfactor import assets; print(assets.root())").strip()
    assert Path(found) == installed / "textfactor" / "resources"
    assert any(Path(found).iterdir())


HIDE_QT = """
import importlib, pkgutil

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6", "pyqtgraph"}:
            raise ModuleNotFoundError(f"no module named {name!r}", name=name)

sys.meta_path.insert(0, NoQt())
import textfactor
for module in pkgutil.walk_packages(textfactor.__path__, "textfactor."):
    if module.name != "textfactor.ui" and not module.name.startswith("textfactor.ui."):
        importlib.import_module(module.name)
        print(module.name)
"""


def test_all_but_the_window_works_without_qt(installed: Path, tmp_path: Path) -> None:
    # walk_packages imports each package, so the window's is taken out; nothing else may miss it.
    code = HIDE_QT.replace("import textfactor\n", "import textfactor\nsys.modules['textfactor.ui'] = None\n")
    imported = set(python(installed, tmp_path, code).split())
    assert {
        "textfactor.services.ports",
        "textfactor.bootstrap",
        "textfactor.cli",
        "textfactor.__main__",
    } <= imported


def textfactor(installed: Path, folder: Path, option: str) -> str:
    """What `python -m textfactor OPTION` prints."""
    arguments = f"sys.argv = ['textfactor', {option!r}]"
    run = "import runpy; runpy.run_module('textfactor', run_name='__main__')"
    return python(installed, folder, f"{arguments}\n{run}")


def test_it_says_its_version(wheel: Path, installed: Path, tmp_path: Path) -> None:
    assert wheel.name.split("-")[1] in textfactor(installed, tmp_path, "--version")


def test_its_window_opens(installed: Path, tmp_path: Path) -> None:
    assert json.loads(textfactor(installed, tmp_path, "--self-check"))["ready_ms"] > 0


def test_the_source_archive_is_complete(root: Path, tmp_path: Path) -> None:
    archive = build(root, "sdist", tmp_path)
    with tarfile.open(archive) as opened:
        found = {name.partition("/")[2] for name in opened.getnames()}
    assert {"pyproject.toml", "README.md", "Makefile", "requirements.txt", "requirements-dev.txt"} <= found
    assert {f"gui/textfactor/{name}" for name in files(root / "gui" / "textfactor")} <= found
    assert {f"resources/{name}" for name in files(root / "resources")} <= found
    assert {name.split("/")[0] for name in found} <= {
        *(
            "",
            ".ci",
            ".gitignore",
            "docs",
            "gui",
            "resources",
            "tests",
            "pyproject.toml",
            "Makefile",
            "PKG-INFO",
        ),
        *("requirements.txt", "requirements-dev.txt", "README.md", "ARCHITECTURE.md", "CHANGELOG.md"),
        *("CONTRIBUTING.md", "LICENSE"),
    }
