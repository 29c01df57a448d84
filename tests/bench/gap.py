"""The longest gap of the GUI thread over a whole tour in which every answer takes a second longer."""

import json
import os
import statistics
import subprocess
import sys
import tempfile

_ROUNDS = 3


def _worst_gap_ms(latency: float) -> float:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "TEXTFACTOR_PRACTICE_LATENCY": str(latency)}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "textfactor", "tour", "--out", folder, "--json"]
        run = subprocess.run(
            command, stdout=subprocess.PIPE, env=environment, text=True, timeout=300, check=True
        )
    last = json.loads(run.stdout.splitlines()[-1])
    return float(last["worst_gap_ms"])


def measure() -> dict[str, object]:
    """Return the worst gap of each tour, in milliseconds."""
    gaps = [_worst_gap_ms(1.0) for _ in range(_ROUNDS)]
    return {"worst_gap_ms": statistics.median(gaps), "all_ms": gaps, "aim_ms": 16, "limit_ms": 50}
