"""The small part of Liquid that messages use: `{{ name }}`, `{{ a.b }}`, and filters.

Unknown names and unknown filters render as Auth0's engine does: a name as nothing, a filter lets the value
pass (LiquidJS in its default mode).
"""

import html
import re
from collections.abc import Callable
from typing import Final

from textfactor.practice.shapes import JsonObject, object_of

_OUTPUT = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.DOTALL)
_LITERAL = re.compile(r"\"([^\"]*)\"|'([^']*)'")

_FILTERS: Final[dict[str, Callable[[str], str]]] = {
    "escape": lambda text: html.escape(text, quote=True),
    "upcase": str.upper,
    "downcase": str.lower,
    "capitalize": str.capitalize,
    "strip": str.strip,
}


def render(template: str, values: JsonObject) -> str:
    """Return the text of a template with the values put in."""
    return _OUTPUT.sub(lambda match: _output(match[1], values), template)


def _output(expression: str, values: JsonObject) -> str:
    name, *filters = (part.strip() for part in expression.split("|"))
    text = _text(name, values)
    for call in filters:
        text = _FILTERS.get(call.partition(":")[0].strip(), str)(text)
    return text


def _text(name: str, values: JsonObject) -> str:
    """Return what a name stands for, following its dots; nothing if it does not exist."""
    literal = _LITERAL.fullmatch(name)
    if literal:
        return literal[1] or literal[2] or ""
    value: object = values
    for part in name.split("."):
        inner = object_of(value)
        if inner is None:
            return ""
        value = inner.get(part, "")
    if value is None or isinstance(value, dict | list):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
