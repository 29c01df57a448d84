"""What the scopes are for that one can do without."""

from typing import assert_never

from textfactor.services.setup.scopes import ScopeUse
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text


def scope_use(use: ScopeUse) -> Text:
    """Say what an optional scope lets Textfactor do."""
    match use:
        case ScopeUse.READ_PROTECTION:
            return text(QT_TRANSLATE_NOOP("words.scopes", "shows the protection against repeated messages"))
        case ScopeUse.READ_HOOKS:
            return text(QT_TRANSLATE_NOOP("words.scopes", "shows a Hook that was left behind"))
        case ScopeUse.SWITCH_HOOK:
            return text(QT_TRANSLATE_NOOP("words.scopes", "switches that Hook off"))
        case _:
            assert_never(use)
