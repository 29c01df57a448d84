"""From the start of the process to the first paint: ours against a bare QWizard, in turns, in one run."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_BARE = Path(__file__).with_name("bare_wizard.py")
_ROUNDS = 11


def _seconds(bytecode: str, *command: str) -> float:
    """Start a program and take the time until it writes its first line, which both do at their first paint.

    Both find their bytecode, as an installed program does; here the environment may forbid to keep it.
    """
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - started
        process.communicate(timeout=60)
    if not line or process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return seconds


def measure() -> dict[str, object]:
    """Return medians in milliseconds, and the median of the ratios of neighbouring runs."""
    pairs: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as bytecode:
        for turn in range(_ROUNDS + 1):
            bare = _seconds(bytecode, sys.executable, str(_BARE))
            ours = _seconds(bytecode, sys.executable, "-m", "textfactor", "--self-check")
            if turn:  # the first pair fills the file cache
                pairs.append((ours, bare))
    return {
        "ours_ms": round(statistics.median(ours for ours, _ in pairs) * 1000),
        "bare_qwizard_ms": round(statistics.median(bare for _, bare in pairs) * 1000),
        "ratio": round(statistics.median(ours / bare for ours, bare in pairs), 2),
        "aim": 1.3,
        "rounds": len(pairs),
    }
