"""The SMS status codes that are rare or no longer issued: name, meaning, what to do.

Facts from Vonage's SMS error reference, its support articles and its Java SDK; own words.
"""

from textfactor.words.text import QT_TRANSLATE_NOOP
from textfactor.words.vonage_frequent import NUMBER_FORM, SUPPORT, Status

_OLD = QT_TRANSLATE_NOOP(
    "words.sending", "This is an old code; Vonage's own SDK says that it is no longer issued."
)
_SHORT_CODES = QT_TRANSLATE_NOOP(
    "words.sending", "Use a 10DLC number, a verified toll-free number or a short code of your own in the US."
)

RARE: dict[str, Status] = {
    "13": Status(QT_TRANSLATE_NOOP("words.sending", "communication failed"), _OLD, (SUPPORT,)),
    "16": Status(QT_TRANSLATE_NOOP("words.sending", "invalid time to live"), _OLD, (SUPPORT,)),
    "17": Status(
        QT_TRANSLATE_NOOP("words.sending", "number unreachable"),
        _OLD,
        (QT_TRANSLATE_NOOP("words.sending", "Check the number."),),
    ),
    "18": Status(
        QT_TRANSLATE_NOOP("words.sending", "too many recipients"),
        _OLD,
        (QT_TRANSLATE_NOOP("words.sending", "Send to one number at a time."),),
    ),
    "19": Status(QT_TRANSLATE_NOOP("words.sending", "feature not included"), _OLD, (SUPPORT,)),
    "20": Status(QT_TRANSLATE_NOOP("words.sending", "invalid message class"), _OLD, (SUPPORT,)),
    "22": Status(
        QT_TRANSLATE_NOOP("words.sending", "network code or Fraud Defender limit"),
        QT_TRANSLATE_NOOP(
            "words.sending",
            "Vonage's Fraud Defender reached its limit for this country, or a network code was wrong. "
            "Textfactor sends "
            "no network code.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "words.sending", "Vonage dashboard > Fraud Defender: look at the burst limit of this country."
            ),
        ),
    ),
    "23": Status(
        QT_TRANSLATE_NOOP("words.sending", "invalid callback address"),
        QT_TRANSLATE_NOOP(
            "words.sending", "The address for delivery receipts is not a proper URL, or too long."
        ),
        (
            QT_TRANSLATE_NOOP(
                "words.sending", "Vonage dashboard > API settings: correct the address for delivery receipts."
            ),
        ),
    ),
    "29": Status(
        QT_TRANSLATE_NOOP("words.sending", "trial account, not a test number"),
        QT_TRANSLATE_NOOP(
            "words.sending",
            "A trial account reaches only the numbers on its list of test numbers. Real users cannot be "
            "served with it.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "words.sending", "Vonage dashboard: add this phone to the test numbers, then send again."
            ),
            QT_TRANSLATE_NOOP(
                "words.sending", "Add credit to end the trial; the demo remark in each text goes with it."
            ),
        ),
    ),
    "32": Status(
        QT_TRANSLATE_NOOP("words.sending", "signature and secret together"),
        QT_TRANSLATE_NOOP(
            "words.sending", "The request carried a signature and the API secret; Vonage takes one of them."
        ),
        (
            QT_TRANSLATE_NOOP(
                "words.sending", "Send the secret alone, as the sender that Textfactor generates does."
            ),
        ),
    ),
    "33": Status(
        QT_TRANSLATE_NOOP("words.sending", "number out of service"),
        QT_TRANSLATE_NOOP("words.sending", "The recipient's number was given back to its network."),
        (QT_TRANSLATE_NOOP("words.sending", "Ask the person for a current number."),),
    ),
    "34": Status(
        QT_TRANSLATE_NOOP("words.sending", "invalid number"),
        QT_TRANSLATE_NOOP(
            "words.sending", "The number is missing or malformed. Today Vonage mostly answers 2, 3 or 6."
        ),
        (NUMBER_FORM,),
    ),
    "101": Status(
        QT_TRANSLATE_NOOP("words.sending", "invalid campaign"),
        QT_TRANSLATE_NOOP(
            "words.sending",
            "The short-code campaign does not count for this account. The product is withdrawn.",
        ),
        (_SHORT_CODES,),
    ),
    "102": Status(
        QT_TRANSLATE_NOOP("words.sending", "opted out, or invalid short code"),
        QT_TRANSLATE_NOOP(
            "words.sending", "The recipient left the short-code programme, or its code does not count."
        ),
        (QT_TRANSLATE_NOOP("words.sending", "Respect the opt-out: use another number."), _SHORT_CODES),
    ),
    "103": Status(
        QT_TRANSLATE_NOOP("words.sending", "invalid number for the short code"),
        QT_TRANSLATE_NOOP("words.sending", "The short-code programme does not take this number."),
        (NUMBER_FORM, _SHORT_CODES),
    ),
}
