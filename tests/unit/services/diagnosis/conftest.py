"""The knowledge base as it ships."""

from pathlib import Path

import pytest

from textfactor.services.diagnosis.knowledge import Knowledge, load_knowledge

FOLDER = Path(__file__).parents[4] / "resources" / "knowledge"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge({path.name: path.read_bytes() for path in FOLDER.glob("*.json")})
