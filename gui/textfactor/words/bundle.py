"""The support bundle as a person reads it: what is in it, and what was left out. English: it is for whoever helps."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Final, cast

from textfactor.services.bundle.contents import Bundle

_TOKEN: Final = re.compile(r"\b(?:number|sender|domain|user|profile)-[0-9a-f]{8}\b")
"""See `services.bundle.tokens`."""
_HEAD: Final = (
    "Textfactor support bundle",
    "",
    "In it: versions, findings, kinds and counts of settings, what was written when.",
    "Not in it: secrets, keys, phone numbers, names, domains, codes, texts of messages, code of Actions.",
    "A token such as number-1a2b3c4d stands for the same value throughout this bundle, and for nothing in any other.",
    "Nothing was uploaded: this file goes only where you send it.",
)


def readable(bundle: Bundle) -> str:
    """Write a bundle's whole content as indented lines."""
    lines = list(_HEAD)
    for name, value in bundle.content.items():
        lines += ["", _heading(name), *_block(value, 1)]
    return "\n".join(lines) + "\n"


def summary(bundle: Bundle, size: int) -> str:
    """Say in some lines what is in a bundle of so many bytes, and what was replaced."""
    parts = bundle.content
    tokens = sorted(set(_TOKEN.findall(json.dumps(dict(parts)))))
    kinds = Counter(token.partition("-")[0] for token in tokens)
    replaced = ", ".join(f"{kind} ({count})" for kind, count in kinds.items()) or "nothing"
    counts = (f"{_heading(name)}: {len(rows)}" for name, rows in _lists(bundle))
    return "\n".join(
        (
            f"Support bundle of {size} bytes: a text for people, the same as JSON, {len(parts)} parts.",
            *(f"  {line}" for line in counts),
            f"Replaced by tokens, each by how many different ones: {replaced}.",
            "Left out: secrets, keys, codes, texts of messages, code of Actions.",
            "--list shows all that is in it.",
        )
    )


def _lists(bundle: Bundle) -> list[tuple[str, list[object]]]:
    """Pick the parts that are lists."""
    return [
        (name, cast("list[object]", value))
        for name, value in bundle.content.items()
        if isinstance(value, list)
    ]


def _heading(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _block(value: object, depth: int) -> list[str]:
    """Write a value; what holds others goes one step in."""
    pad = "  " * depth
    if isinstance(value, Mapping):
        rows = cast("Mapping[str, object]", value)
        return [line for name, one in rows.items() for line in _entry(name, one, depth)] or [f"{pad}-"]
    if isinstance(value, list):
        many = cast("list[object]", value)
        return [line for one in many for line in _item(one, depth)] or [f"{pad}none"]
    return [f"{pad}{_plain(value)}"]


def _entry(name: str, value: object, depth: int) -> list[str]:
    pad = "  " * depth
    if isinstance(value, Mapping | list) and value and not _flat(cast("object", value)):
        return [f"{pad}{name}:", *_block(cast("object", value), depth + 1)]
    return [f"{pad}{name}: {_plain(cast('object', value))}"]


def _item(value: object, depth: int) -> list[str]:
    """Write one of a list; its lines hang together by a dash."""
    lines = _block(value, depth + 1)
    pad = "  " * depth
    return [f"{pad}- {lines[0].lstrip()}", *lines[1:]]


def _flat(value: object) -> bool:
    """Whether it is a list of single values, which fits into one line."""
    return isinstance(value, list) and not any(
        isinstance(one, Mapping | list) for one in cast("list[object]", value)
    )


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in cast("list[object]", value)) or "none"
    return "-" if value is None or value in ("", {}) else str(value)
