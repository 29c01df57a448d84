"""Who asks for MFA besides the policy: Actions after the login, told by the code that runs (facts/auth0 2.1)."""

import re

from textfactor.domain.tenant import BindingFacts

_TOKENS = re.compile(
    r"""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`""", re.DOTALL
)
"""Comments and texts. A text is matched so that `//` in an address is not taken for a comment."""
_ENABLE = re.compile(r"\bmultifactor\s*(?:\?\.|\.)\s*enable\s*\(\s*([^,)]*)")
_CHALLENGE = re.compile(r"\b(?:challengeWith|challengeWithAny|enrollWith|enrollWithAny)\s*\(")
_BORROWED = re.compile(r"\bapi\s*(?:\?\.|\.)\s*multifactor\b(?!\s*(?:\?\.|\.)\s*enable\b)")
"""`api.multifactor` under another name; `event.user.multifactor` only tells what a user has."""
_NOBODY = "none"


def asks_for_mfa(code: str) -> bool:
    """Say whether an Action's code may ask for a second factor.

    It says so when there is a call of `api.multifactor.enable` (but for the provider `none`), `challengeWith` or
    `enrollWith` in it, outside of comments. On what condition it is made, nobody can tell from outside.
    """
    bare = _TOKENS.sub(_kept, code)
    enabled = any(found[1].strip().strip("'\"`") != _NOBODY for found in _ENABLE.finditer(bare))
    return enabled or bool(_CHALLENGE.search(bare)) or bool(_BORROWED.search(bare))


def _kept(token: re.Match[str]) -> str:
    """Drop a comment and what a text says, except for templates (calls may be in them) and the word `none`."""
    text = token[0]
    if text[0] == "/":
        return " "
    return text if text[0] == "`" or text[1:-1] == _NOBODY else '""'


def asking_among(rows: tuple[BindingFacts, ...]) -> tuple[str, ...]:
    """Name the bound Actions whose deployed code asks for MFA, in the order in which they run."""
    return tuple(row.action_name for row in rows if row.deployed_code and asks_for_mfa(row.deployed_code))
