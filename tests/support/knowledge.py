"""The program's own knowledge base for tests, read once."""

from functools import lru_cache
from pathlib import Path

from textfactor.services.diagnosis.knowledge import Knowledge, load_knowledge

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "knowledge"


@lru_cache(maxsize=1)
def known() -> Knowledge:
    """Load what lies in `resources/knowledge/`."""
    return load_knowledge({file.name: file.read_bytes() for file in FOLDER.glob("*.json")})
