"""What is wrong with the texts of messages, on either path."""

import re
from collections.abc import Iterator
from typing import Final

from textfactor.services.diagnosis.readers.states import State, below, entries_of, seen, text_of
from textfactor.services.diagnosis.readers.tree import Node, NodeKind, join

_LEGACY_VARIABLE = re.compile(r"\{\{-?\s{0,20}(?:tenant\.|requestInfo\.|message_type\b)")
_CODE_VARIABLE = re.compile(r"\{\{-?\s{0,20}code\b")
_WITH_CODE: Final = ("otp_verify", "otp_enroll")


def read_templates(node: Node) -> Iterator[State]:
    """Read the list of templates of the unified path."""
    rows = node.get("templates")
    if rows is None or rows.kind is not NodeKind.ARRAY:
        return
    yield seen(node)
    for index, row in enumerate(entries_of(rows)):
        yield from below(read_template(row), join("templates", "", index))


def read_template(node: Node) -> Iterator[State]:
    """Read a template of the unified path."""
    content, kind = node.get("content"), text_of(node.get("type"))
    if content is None or content.kind is not NodeKind.OBJECT or not kind:
        return
    yield seen(node)
    disabled, body = node.get("disabled"), content.get("body")
    if disabled is not None and text_of(disabled) in ("true", "True") and kind in _WITH_CODE:
        yield ("template_disabled", disabled, "disabled")
    words = body.get("text") if body is not None else None
    if words is None or kind not in _WITH_CODE:
        return
    if not _CODE_VARIABLE.search(words.text):
        yield ("template_no_code", words, "content.body.text")
    if _LEGACY_VARIABLE.search(words.text):
        yield ("legacy_variable", words, "content.body.text")


def read_legacy_texts(node: Node) -> Iterator[State]:
    """Read the two texts of the legacy path."""
    for name in ("enrollment_message", "verification_message"):
        words = node.get(name)
        if words is not None:
            yield seen(node)
            if not _CODE_VARIABLE.search(words.text):
                yield ("template_no_code", words, name)
