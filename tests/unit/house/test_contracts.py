"""The import contracts hold, and each of them fails when it is broken on purpose.

A contract that guards the wrong door is kept for ever. So each is broken here, and must say so.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

LAYERS = "Layers point inwards"
QT = "Only the window knows Qt"
FACES = "Both faces see services, never adapters or the network"
CORE = "The core knows no network and no keyring"
DOMAIN = "The domain uses the standard library alone"
PRACTICE = "The practice world shares no code with what it checks"
ROUTE = "Only the window and the words know the wizard's route"
CYCLES = "No cycles between siblings"

# The name of the contract, the file that offends it, and the offending lines.
BREACHES = [
    (LAYERS, "domain/broken.py", "import textfactor.services"),
    (LAYERS, "services/broken.py", "import textfactor.flow"),
    (LAYERS, "flow/broken.py", "import textfactor.words"),
    (LAYERS, "words/broken.py", "import textfactor.assets"),
    (LAYERS, "adapters/broken.py", "import textfactor.cli"),
    (LAYERS, "ui/broken.py", "import textfactor.cli"),
    (LAYERS, "ui/broken.py", "import textfactor.bootstrap"),
    (LAYERS, "cli/broken.py", "import textfactor.__main__"),
    (LAYERS, "utils/__init__.py", ""),
    (QT, "cli/broken.py", "def late():\n    from PySide6.QtCore import QObject"),
    (QT, "services/broken.py", "import PySide6"),
    (QT, "words/broken.py", "import shiboken6"),
    (QT, "practice/broken.py", "import pyqtgraph"),
    (FACES, "ui/broken.py", "import textfactor.adapters"),
    (FACES, "cli/broken.py", "import textfactor.practice"),
    (FACES, "ui/broken.py", "import requests"),
    (CORE, "domain/broken.py", "import urllib3"),
    (CORE, "services/broken.py", "import vonage_sms"),
    (CORE, "flow/broken.py", "import keyring"),
    (CORE, "words/broken.py", "import requests.exceptions"),
    (DOMAIN, "domain/broken.py", "import msgspec"),
    (PRACTICE, "practice/broken.py", "import textfactor.domain"),
    (PRACTICE, "practice/broken.py", "import requests"),
    (ROUTE, "services/broken.py", "import textfactor.flow"),
    (ROUTE, "cli/broken.py", "import textfactor.flow"),
    (CYCLES, "services/broken.py", "import textfactor.services.sibling"),
]


def lint(checkout: Path) -> tuple[int, str]:
    """Run the contracts of a checkout, as `make check` does."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": str(checkout / "gui"), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def skeleton(root: Path, tmp_path: Path) -> Path:
    """A checkout with the program's settings and an empty package for each name in its layers."""
    shutil.copy(root / "pyproject.toml", tmp_path)
    package = tmp_path / "gui" / "textfactor"
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    for name in re.findall(r"\w+", " ".join(layers)):
        (package / name).mkdir(parents=True)
        (package / name / "__init__.py").touch()
    (package / "__init__.py").touch()
    return tmp_path


def test_the_program_keeps_them(root: Path) -> None:
    code, output = lint(root)
    assert code == 0, output
    assert "0 broken" in output


def test_an_empty_program_keeps_them(skeleton: Path) -> None:
    code, output = lint(skeleton)
    assert code == 0, output
    names = {line.rpartition(" KEPT")[0] for line in output.splitlines() if line.endswith(" KEPT")}
    assert names == {contract for contract, _, _ in BREACHES}, "each contract must have its breach above"


@pytest.mark.parametrize(("contract", "file", "lines"), BREACHES)
def test_a_breach_is_seen(skeleton: Path, contract: str, file: str, lines: str) -> None:
    broken = skeleton / "gui" / "textfactor" / file
    broken.parent.mkdir(exist_ok=True)
    broken.write_text(f"{lines}\n")
    if contract == CYCLES:
        (broken.parent / "sibling.py").write_text("import textfactor.services.broken\n")
    code, output = lint(skeleton)
    assert code == 1, output
    assert f"{contract} BROKEN" in output
