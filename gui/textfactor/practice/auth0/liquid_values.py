"""What stands inside of Liquid's braces: names with dots, texts, numbers, filters, and conditions.

Unknown names and unknown filters behave as in Auth0's engine: a name is nothing, a filter lets the value pass
(LiquidJS in its default mode).
"""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from textfactor.practice.shapes import object_of

_LITERAL = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_PARTS = re.compile(r"(?:\"[^\"]*\"|'[^']*'|[^|\"'])+")
_ARGUMENTS = re.compile(r"\"[^\"]*\"|'[^']*'|[^,\s]+")
_CONDITION = re.compile(
    r"\s*(\"[^\"]*\"|'[^']*'|[^\s=!<>]+)\s*(?:(==|!=|contains)\s*(\"[^\"]*\"|'[^']*'|\S+))?\s*"
)
_WORDS: Final[dict[str, object]] = {
    "true": True,
    "false": False,
    "nil": None,
    "null": None,
    "empty": "",
    "blank": "",
}

Filter = Callable[[str, Sequence[str]], str]
"""Turns a text into another; the sequence holds the filter's arguments, as many as were written."""


def _replace(text: str, arguments: Sequence[str]) -> str:
    old, new = (*arguments, "", "")[:2]
    return text.replace(old, new) if old else text


_FILTERS: Final[dict[str, Filter]] = {
    "escape": lambda text, _: html.escape(text, quote=True),
    "upcase": lambda text, _: text.upper(),
    "downcase": lambda text, _: text.lower(),
    "capitalize": lambda text, _: text.capitalize(),
    "strip": lambda text, _: text.strip(),
    "default": lambda text, more: text or "".join(more[:1]),
    "append": lambda text, more: text + "".join(more[:1]),
    "prepend": lambda text, more: "".join(more[:1]) + text,
    "replace": _replace,
    "remove": lambda text, more: _replace(text, more[:1]),
}


def text_of_output(expression: str, values: Mapping[str, object]) -> str:
    """Return what an output such as `user.name | escape` writes."""
    name, *filters = (part.strip() for part in _PARTS.findall(expression) or [""])
    text = as_text(value_of(name, values))
    for call in filters:
        word, _, rest = call.partition(":")
        arguments = [as_text(value_of(part, values)) for part in _ARGUMENTS.findall(rest)]
        known = _FILTERS.get(word.strip())
        text = known(text, arguments) if known else text
    return text


def holds(condition: str, values: Mapping[str, object]) -> bool:
    """Tell whether a condition holds: `a`, `a == b`, `a != b`, `a contains b`, with `and` and `or` between them."""
    # Liquid knows no brackets and reads from the right: `a and b or c` is `a and (b or c)`.
    left, word, right = _split(condition)
    if word == "and":
        return holds(left, values) and holds(right, values)
    if word == "or":
        return holds(left, values) or holds(right, values)
    match = _CONDITION.fullmatch(condition)
    if match is None:
        return False
    first = value_of(match[1], values)
    if match[2] is None:
        return first is not None and first is not False
    second = value_of(match[3], values)
    if match[2] == "contains":
        return as_text(second) in as_text(first)
    return (as_text(first) == as_text(second)) is (match[2] == "==")


def value_of(name: str, values: Mapping[str, object]) -> object:
    """Return what a name or a literal stands for, following its dots; None if it does not exist."""
    literal = _LITERAL.fullmatch(name)
    if literal:
        return literal[1] or literal[2] or ""
    if name in _WORDS:
        return _WORDS[name]
    if re.fullmatch(r"-?\d+(\.\d+)?", name):
        return name
    value: object = values
    for part in name.split("."):
        inner = object_of(value)
        if inner is None:
            return None
        value = inner.get(part)
    return value


def as_text(value: object) -> str:
    """Return a value as it is written: nothing for objects, arrays and null."""
    if value is None or isinstance(value, dict | list):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _split(condition: str) -> tuple[str, str, str]:
    """Return what stands before and after the first `and` or `or` outside of quotes, and that word."""
    match = re.match(r"((?:\"[^\"]*\"|'[^']*'|[^\"'])*?)\s(and|or)\s(.*)", condition, re.DOTALL)
    return (match[1], match[2], match[3]) if match else (condition, "", "")
