"""Why an input is refused, in words: what is wrong, and what a right one looks like or where it is found."""

from typing import Literal, assert_never

from textfactor.domain.inputs import Fault, InputIssue
from textfactor.words.inputs_address import explain_address
from textfactor.words.inputs_length import explain_length
from textfactor.words.inputs_number import explain_number
from textfactor.words.inputs_signs import explain_signs
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

__all__ = ["explain_fault"]

_TemplateFault = Literal[Fault.NO_CODE_IN_TEXT, Fault.BAD_TEMPLATE, Fault.TEMPLATE_TOO_MUCH]
_TEXT: dict[Fault, Marked] = {
    Fault.CONTROL_CHARACTER: QT_TRANSLATE_NOOP(
        "words.inputs", "There is a control character in the text, which no phone shows. Take it out."
    ),
    Fault.NOT_TEXT: QT_TRANSLATE_NOOP(
        "words.inputs",
        "Some of it could not be read as text, and � would arrive in its place. Save or type it as UTF-8.",
    ),
}


def explain_fault(issue: InputIssue) -> Text:
    """Put a refused input into words. Every fault has some; the type checker fails when one has none."""
    match issue.fault:
        case Fault.EMPTY | Fault.TOO_SHORT | Fault.TOO_LONG as fault:
            return text(explain_length(issue.field, fault))
        case (
            Fault.NOT_ASCII
            | Fault.HAS_SPACES
            | Fault.HAS_LETTERS
            | Fault.NOT_HEX
            | Fault.LOOKS_LIKE_KEY
            | Fault.LOOKS_LIKE_SECRET
            | Fault.WHOLE_LINE
            | Fault.NOT_A_TOKEN
        ) as fault:
            return text(explain_signs(issue.field, fault))
        case (
            Fault.NO_COUNTRY_CODE
            | Fault.NOT_A_NUMBER
            | Fault.TRUNK_ZERO
            | Fault.TWO_NUMBERS
            | Fault.SENDER_TOO_LONG
            | Fault.SENDER_CHARACTERS
        ) as fault:
            return text(explain_number(issue.field, fault))
        case (
            Fault.URL_NOT_DOMAIN
            | Fault.NOT_A_DOMAIN
            | Fault.CUSTOM_DOMAIN
            | Fault.NOT_A_PROXY
            | Fault.NO_SUCH_FILE
            | Fault.NAME_TAKEN
            | Fault.OTHER_NAME
        ) as fault:
            return text(explain_address(fault), detail=issue.detail)
        case Fault.CONTROL_CHARACTER | Fault.NOT_TEXT as fault:
            return text(_TEXT[fault])
        case Fault.NO_CODE_IN_TEXT | Fault.BAD_TEMPLATE | Fault.TEMPLATE_TOO_MUCH as fault:
            return _template(fault, issue.detail)
        case _:
            assert_never(issue.fault)


def _template(fault: _TemplateFault, detail: str) -> Text:
    match fault:
        case Fault.NO_CODE_IN_TEXT:
            return text(
                QT_TRANSLATE_NOOP(
                    "words.inputs",
                    "The code is missing: put {{ code }} where it shall stand, or nobody can log in.",
                )
            )
        case Fault.BAD_TEMPLATE:
            if not detail:
                return text(
                    QT_TRANSLATE_NOOP("words.inputs", "The template is not valid Liquid: check its brackets.")
                )
            return text(
                QT_TRANSLATE_NOOP("words.inputs", "The template is not valid Liquid: {detail}"), detail=detail
            )
        case Fault.TEMPLATE_TOO_MUCH:
            return text(
                QT_TRANSLATE_NOOP(
                    "words.inputs",
                    "The template takes too long or makes too long a text. Simplify its loops.",
                )
            )
        case _:
            assert_never(fault)
