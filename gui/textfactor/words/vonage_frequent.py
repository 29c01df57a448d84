"""The SMS status codes that Vonage issues often: name, meaning, what to do.

Facts from Vonage's SMS error reference, its support articles and its Java SDK; own words.
"""

from dataclasses import dataclass

from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Status:
    """One status code: a short name, what it means, and steps, best first."""

    name: Marked
    meaning: Marked
    next: tuple[Marked, ...] = ()


NUMBER_FORM = QT_TRANSLATE_NOOP(
    "words.sending",
    "Write the number with its country code and without the zero that local calls start with.",
)
SUPPORT = QT_TRANSLATE_NOOP(
    "words.sending", "Ask Vonage support, with the time and the API key, never the secret."
)

FREQUENT: dict[str, Status] = {
    "0": Status(
        QT_TRANSLATE_NOOP("words.sending", "accepted"),
        QT_TRANSLATE_NOOP(
            "words.sending",
            "Vonage took the message into its queue. Accepted is not delivered: only the phone shows that.",
        ),
        (QT_TRANSLATE_NOOP("words.sending", "Look at the phone: a message can take a minute."),),
    ),
    "1": Status(
        QT_TRANSLATE_NOOP("words.sending", "throttled"),
        QT_TRANSLATE_NOOP(
            "words.sending",
            "The account or this sender sends faster than it may: 30 requests a second for a key, one "
            "message a second "
            "for a US or Canadian number. This message was not sent.",
        ),
        (
            QT_TRANSLATE_NOOP("words.sending", "Wait a second, then send again."),
            QT_TRANSLATE_NOOP("words.sending", "See whether another program sends with the same key."),
        ),
    ),
    "2": Status(
        QT_TRANSLATE_NOOP("words.sending", "missing field"),
        QT_TRANSLATE_NOOP("words.sending", "Sender, number, text or the credentials reached Vonage empty."),
        (
            QT_TRANSLATE_NOOP("words.sending", "Vonage's own words below name the field: fill it in."),
            QT_TRANSLATE_NOOP(
                "words.sending",
                "In Auth0: check that the Action has the secrets VONAGE_API_KEY, VONAGE_API_SECRET and "
                "VONAGE_FROM_NUMBER.",
            ),
        ),
    ),
    "3": Status(
        QT_TRANSLATE_NOOP("words.sending", "invalid field"),
        QT_TRANSLATE_NOOP(
            "words.sending",
            "A field has a value that Vonage does not take, most often a number with other signs than "
            "digits.",
        ),
        (
            NUMBER_FORM,
            QT_TRANSLATE_NOOP("words.sending", "Check the sender: digits, or up to 11 letters and digits."),
        ),
    ),
    "4": Status(
        QT_TRANSLATE_NOOP("words.sending", "invalid credentials"),
        QT_TRANSLATE_NOOP(
            "words.sending",
            "Vonage does not accept this API key and secret: a typing error, a secret that was revoked or "
            "replaced, or "
            "the signature secret in place of the API secret.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "words.sending", "Copy both again from the Vonage dashboard > API settings, then check them."
            ),
            QT_TRANSLATE_NOOP(
                "words.sending",
                "If the secret was replaced, put the new one into the Action's secret VONAGE_API_SECRET "
                "and deploy the Action again.",
            ),
        ),
    ),
    "5": Status(
        QT_TRANSLATE_NOOP("words.sending", "fault at Vonage"),
        QT_TRANSLATE_NOOP(
            "words.sending", "Something failed inside Vonage. Your entries are not the reason."
        ),
        (QT_TRANSLATE_NOOP("words.sending", "Wait a few minutes, then send again."), SUPPORT),
    ),
    "6": Status(
        QT_TRANSLATE_NOOP("words.sending", "no route"),
        QT_TRANSLATE_NOOP(
            "words.sending",
            "Vonage knows no way to this number: no country code, a landline, or a network out of its reach.",
        ),
        (NUMBER_FORM, QT_TRANSLATE_NOOP("words.sending", "Check that it is a mobile number.")),
    ),
    "7": Status(
        QT_TRANSLATE_NOOP("words.sending", "number barred"),
        QT_TRANSLATE_NOOP(
            "words.sending", "This recipient is on a block list: an opt-out, or a block against abuse."
        ),
        (
            QT_TRANSLATE_NOOP("words.sending", "Use another number."),
            QT_TRANSLATE_NOOP(
                "words.sending", "If the owner wants messages, ask Vonage support to lift the block."
            ),
        ),
    ),
    "8": Status(
        QT_TRANSLATE_NOOP("words.sending", "account suspended"),
        QT_TRANSLATE_NOOP(
            "words.sending", "Vonage has barred this account from sending. No setting here changes that."
        ),
        (
            QT_TRANSLATE_NOOP("words.sending", "Sign in to the Vonage dashboard and read its notices."),
            SUPPORT,
        ),
    ),
    "9": Status(
        QT_TRANSLATE_NOOP("words.sending", "no credit"),
        QT_TRANSLATE_NOOP("words.sending", "The account's credit does not cover this message."),
        (
            QT_TRANSLATE_NOOP("words.sending", "Vonage dashboard > Billing: add credit, then send again."),
            QT_TRANSLATE_NOOP(
                "words.sending", "Switch on automatic reload, so that logins do not stop again."
            ),
            QT_TRANSLATE_NOOP("words.sending", "A shorter text with fewer parts costs less."),
        ),
    ),
    "10": Status(
        QT_TRANSLATE_NOOP("words.sending", "too many connections"),
        QT_TRANSLATE_NOOP("words.sending", "More connections are open on this account than it may hold."),
        (
            QT_TRANSLATE_NOOP("words.sending", "Wait a minute, then send again."),
            QT_TRANSLATE_NOOP(
                "words.sending", "See whether other programs hold connections with the same key."
            ),
        ),
    ),
    "11": Status(
        QT_TRANSLATE_NOOP("words.sending", "account not enabled for HTTP"),
        QT_TRANSLATE_NOOP(
            "words.sending", "This account may not use the SMS API over HTTP, which Auth0 needs."
        ),
        (QT_TRANSLATE_NOOP("words.sending", "Ask Vonage support to enable the SMS API for the account."),),
    ),
    "12": Status(
        QT_TRANSLATE_NOOP("words.sending", "text too long"),
        QT_TRANSLATE_NOOP("words.sending", "The text is longer than Vonage takes (about 3200 characters)."),
        (
            QT_TRANSLATE_NOOP(
                "words.sending",
                "Shorten it. A login code fits one part: 160 characters, or 70 with signs outside GSM-7.",
            ),
        ),
    ),
    "14": Status(
        QT_TRANSLATE_NOOP("words.sending", "invalid signature"),
        QT_TRANSLATE_NOOP(
            "words.sending",
            "The account demands signed requests, or a signature did not match. Textfactor does not sign.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "words.sending",
                "Vonage dashboard > API settings: switch signing off, or ask support to stop demanding it.",
            ),
        ),
    ),
    "15": Status(
        QT_TRANSLATE_NOOP("words.sending", "sender not allowed"),
        QT_TRANSLATE_NOOP(
            "words.sending",
            "This sender may not be used for this country. The US and Canada take only numbers that the "
            "account rents; "
            "other countries want the sender ID registered, or block general words.",
        ),
        (
            QT_TRANSLATE_NOOP("words.sending", "Choose a number of the account as sender, digits only."),
            QT_TRANSLATE_NOOP(
                "words.sending",
                "To keep letters, register the sender ID for this country: ask Vonage support.",
            ),
            QT_TRANSLATE_NOOP(
                "words.sending", "After a change of account, check that the number moved with it."
            ),
        ),
    ),
}
