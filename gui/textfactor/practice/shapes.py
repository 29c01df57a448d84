"""Reads JSON of unknown shape: each function answers with the type asked for or with nothing."""

import json
import math
from typing import Final, cast

JsonObject = dict[str, object]
"""A JSON object whose values are not known yet."""


DEEPEST: Final = 60
"""JSON nested deeper than this is refused: no client means it."""


def parse_json(data: bytes) -> object:
    """Return what `data` says. Raises ValueError when it is not sensible JSON in UTF-8.

    Sensible: no NaN or infinity, no half characters, not nested for ever; so whatever was read can be written again.
    """
    try:
        value: object = json.loads(data.decode("utf-8"), parse_constant=_refuse, parse_float=_finite)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not _is_shallow(value):
        raise ValueError("nested too deeply")
    json.dumps(value, ensure_ascii=False).encode("utf-8")
    return value


def _refuse(name: str) -> object:
    raise ValueError(name)


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def _is_shallow(value: object) -> bool:
    """Tell whether JSON is nested no deeper than `DEEPEST`; asks level by level, without recursion."""
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for item in level for inner in _inside(item)]
        if not level:
            return True
    return False


def _inside(value: object) -> list[object]:
    known = object_of(value)
    return list(known.values()) if known is not None else list_of(value) or []


def object_of(value: object) -> JsonObject | None:
    """Return `value` if it is a JSON object, else None."""
    return cast("JsonObject", value) if isinstance(value, dict) else None


def list_of(value: object) -> list[object] | None:
    """Return `value` if it is a JSON array, else None."""
    return cast("list[object]", value) if isinstance(value, list) else None


def text_of(value: object, default: str = "") -> str:
    """Return `value` if it is a string, else `default`."""
    return value if isinstance(value, str) else default


def objects_of(value: object) -> list[JsonObject]:
    """Return the JSON objects in an array; anything else is left out."""
    return [item for item in map(object_of, list_of(value) or []) if item is not None]


def texts_of(value: object) -> list[str]:
    """Return the strings in an array; anything else is left out."""
    return [item for item in list_of(value) or [] if isinstance(item, str)]
