"""3,000 malformed requests to all three servers of a world in a process of its own; `make fuzz` sends 100,000."""

import sys

import pytest
from tests.bench.fuzz_practice import fuzz


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory and threads are read from /proc")
def test_malformed_requests_are_answered_and_leave_nothing():
    result = fuzz(3000, seed=20261124)
    assert result["wrong"] == []
    seen = result["seen"]
    assert isinstance(seen, dict)
    assert {"200", "400", "401", "404", "405", "413", "414", "422", "431", "501", "closed"} <= set(seen)
