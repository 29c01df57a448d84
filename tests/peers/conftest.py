"""Real clients of the two vendors, from the registry that npm is set up for: `npm ci --prefix tests/peers`."""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from tests.unit.practice.kit import PythonSender

from textfactor.practice import PracticeWorld

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The folder with the clients; skips where they are not installed."""
    folder = HERE / "node_modules"
    if not folder.is_dir() or shutil.which("node") is None:
        pytest.skip("the peers are not installed: make peers")
    return folder


@pytest.fixture
def run_node(node_modules: Path, own_home: Path) -> Callable[..., str]:
    """Run a script of a peer, or one of our own, in Node; return what it wrote. Its end must be the given one."""

    def run(script: str, *argv: str, env: Mapping[str, str], ends: int = 0) -> str:
        node = shutil.which("node") or "node"
        found = node_modules / script if (node_modules / script).is_file() else HERE / script
        done = subprocess.run(
            [node, str(found), *argv],
            env={"PATH": str(Path(node).parent), "HOME": str(own_home), **env},
            cwd=HERE,
            capture_output=True,
            text=True,
            timeout=150,
            check=False,
        )
        assert done.returncode == ends, done.stdout + done.stderr
        return done.stdout + done.stderr

    return run


@pytest.fixture
def make_world() -> Iterator[Callable[..., PracticeWorld]]:
    """Start practice worlds that end with the test."""
    made: list[PracticeWorld] = []

    def make(**settings: str) -> PracticeWorld:
        made.append(PracticeWorld(PythonSender(), **settings).start())  # pyright: ignore[reportArgumentType]
        return made[-1]

    yield make
    for world in made:
        world.stop()
