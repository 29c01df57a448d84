"""Numbers and senders that are refused, in words."""

from typing import Literal, assert_never

from textfactor.domain.inputs import Fault, Field
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP

NumberFault = Literal[
    Fault.NO_COUNTRY_CODE,
    Fault.NOT_A_NUMBER,
    Fault.TRUNK_ZERO,
    Fault.TWO_NUMBERS,
    Fault.SENDER_TOO_LONG,
    Fault.SENDER_CHARACTERS,
]


def explain_number(field: Field, fault: NumberFault) -> Marked:
    """Say what is wrong with a number or a sender."""
    match fault:
        case Fault.NO_COUNTRY_CODE:
            if field is Field.COUNTRIES:
                return QT_TRANSLATE_NOOP(
                    "words.inputs", "A calling prefix does not begin with 0. Write it like +49."
                )
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "The country code is missing. Begin with + and the country, such as +49 for Germany.",
            )
        case Fault.NOT_A_NUMBER:
            return QT_TRANSLATE_NOOP(
                "words.inputs", "This is not a phone number. Write it like +49 151 23456789."
            )
        case Fault.TRUNK_ZERO:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "Leave out the 0 after the country code: it is for calls inside the country only.",
            )
        case Fault.TWO_NUMBERS:
            return QT_TRANSLATE_NOOP("words.inputs", "There are two numbers. One SMS goes to one number.")
        case Fault.SENDER_TOO_LONG:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "Too long for a sender: a name has up to 11 letters and digits, a number up to 15 digits.",
            )
        case Fault.SENDER_CHARACTERS:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "A sender is a number, or a name of up to 11 letters A to Z and digits, without spaces.",
            )
        case _:
            assert_never(fault)
