"""Empty, too short and too long inputs, in words, field by field."""

from typing import Literal, assert_never

from textfactor.domain.inputs import Fault, Field
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP

LengthFault = Literal[Fault.EMPTY, Fault.TOO_SHORT, Fault.TOO_LONG]

EMPTY: dict[Field, Marked] = {
    Field.API_KEY: QT_TRANSLATE_NOOP(
        "words.inputs", "The API key is missing: Vonage dashboard > API settings."
    ),
    Field.API_SECRET: QT_TRANSLATE_NOOP(
        "words.inputs", "The API secret is missing: Vonage dashboard > API settings."
    ),
    Field.SENDER: QT_TRANSLATE_NOOP(
        "words.inputs", "The sender is missing: a number of the account, or up to 11 letters and digits."
    ),
    Field.NUMBER: QT_TRANSLATE_NOOP(
        "words.inputs", "The phone number is missing. Write it like +49 151 23456789."
    ),
    Field.TEXT: QT_TRANSLATE_NOOP("words.inputs", "The text is empty."),
    Field.DOMAIN: QT_TRANSLATE_NOOP(
        "words.inputs", "The tenant's domain is missing, such as acme.eu.auth0.com."
    ),
    Field.CLIENT_ID: QT_TRANSLATE_NOOP(
        "words.inputs",
        "The client ID is missing: Auth0 dashboard > Applications > your application > Settings.",
    ),
    Field.CLIENT_SECRET: QT_TRANSLATE_NOOP(
        "words.inputs",
        "The client secret is missing: Auth0 dashboard > Applications > your application > Settings.",
    ),
    Field.TOKEN: QT_TRANSLATE_NOOP(
        "words.inputs",
        "The token is missing: Auth0 dashboard > Applications > APIs > Auth0 Management API > API Explorer.",
    ),
    Field.PROFILE_NAME: QT_TRANSLATE_NOOP("words.inputs", "The profile has no name yet."),
    Field.PROXY: QT_TRANSLATE_NOOP("words.inputs", "The proxy's address is missing."),
    Field.CA_FILE: QT_TRANSLATE_NOOP("words.inputs", "The CA file is missing."),
    Field.COUNTRIES: QT_TRANSLATE_NOOP("words.inputs", "No calling prefix is given, such as +49."),
    Field.ENROLL_TEXT: QT_TRANSLATE_NOOP("words.inputs", "The enrolment text is empty."),
    Field.VERIFY_TEXT: QT_TRANSLATE_NOOP("words.inputs", "The verification text is empty."),
    Field.CODE: QT_TRANSLATE_NOOP("words.inputs", "Enter the code from the phone."),
    Field.TENANT_NAME: QT_TRANSLATE_NOOP("words.inputs", "Type the tenant's name to show that it is meant."),
}

TOO_SHORT: dict[Field, Marked] = {
    Field.API_KEY: QT_TRANSLATE_NOOP("words.inputs", "Too short: an API key has 8 letters and digits."),
    Field.API_SECRET: QT_TRANSLATE_NOOP(
        "words.inputs", "Too short: an API secret has at least 6 characters."
    ),
    Field.SENDER: QT_TRANSLATE_NOOP(
        "words.inputs", "Too short for a number: a sender of digits has at least 3."
    ),
    Field.NUMBER: QT_TRANSLATE_NOOP(
        "words.inputs", "Too few digits for a phone number with its country code."
    ),
    Field.CLIENT_ID: QT_TRANSLATE_NOOP("words.inputs", "Too short: a client ID has 32 letters and digits."),
    Field.CLIENT_SECRET: QT_TRANSLATE_NOOP("words.inputs", "Too short: a client secret has 64 characters."),
    Field.CODE: QT_TRANSLATE_NOOP("words.inputs", "Too short: a code has at least 4 digits, most have 6."),
}

TOO_LONG: dict[Field, Marked] = {
    Field.API_KEY: QT_TRANSLATE_NOOP("words.inputs", "Too long: an API key has 8 letters and digits."),
    Field.API_SECRET: QT_TRANSLATE_NOOP("words.inputs", "Too long: an API secret has at most 32 characters."),
    Field.NUMBER: QT_TRANSLATE_NOOP("words.inputs", "Too many digits: a phone number has at most 15."),
    Field.TEXT: QT_TRANSLATE_NOOP("words.inputs", "Too long: Vonage takes about 3200 characters."),
    Field.CLIENT_SECRET: QT_TRANSLATE_NOOP("words.inputs", "Too long: a client secret has 64 characters."),
    Field.PROFILE_NAME: QT_TRANSLATE_NOOP(
        "words.inputs", "Up to 60 letters on one line, as a name for your eyes."
    ),
    Field.COUNTRIES: QT_TRANSLATE_NOOP("words.inputs", "A calling prefix has at most 7 digits, such as +49."),
    Field.CODE: QT_TRANSLATE_NOOP("words.inputs", "Too long: a code has at most 10 digits, most have 6."),
}


def explain_length(field: Field, fault: LengthFault) -> Marked:
    """Say what is missing, or which length is right."""
    match fault:
        case Fault.EMPTY:
            return EMPTY[field]
        case Fault.TOO_SHORT:
            return TOO_SHORT.get(
                field, QT_TRANSLATE_NOOP("words.inputs", "Too short: a part of it may be missing.")
            )
        case Fault.TOO_LONG:
            return TOO_LONG.get(
                field, QT_TRANSLATE_NOOP("words.inputs", "Too long: more than the value was pasted.")
            )
        case _:
            assert_never(fault)
