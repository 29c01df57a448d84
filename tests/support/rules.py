"""The country rules as they ship."""

from functools import lru_cache

from textfactor import assets
from textfactor.domain.sending_rules import SendingRules
from textfactor.services.sending.rules import load_rules


@lru_cache
def rules() -> SendingRules:
    """Read them once."""
    return load_rules(assets.path("sending/countries.json").read_bytes())
