"""What the checks before a test message found, in words. Each check has its cases; none of them is advice to send."""

from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.words.amounts import with_currency
from textfactor.words.problems import explain
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

TITLES: dict[str, Marked] = {
    "vonage.key": QT_TRANSLATE_NOOP("words.preflight", "API key"),
    "vonage.balance": QT_TRANSLATE_NOOP("words.preflight", "Credit"),
    "vonage.price": QT_TRANSLATE_NOOP("words.preflight", "Price"),
    "vonage.trial": QT_TRANSLATE_NOOP("words.preflight", "Trial account"),
    "sending.destination": QT_TRANSLATE_NOOP("words.preflight", "Destination"),
    "sending.text": QT_TRANSLATE_NOOP("words.preflight", "Text"),
    "sending.sender": QT_TRANSLATE_NOOP("words.preflight", "Sender"),
    "sending.registration": QT_TRANSLATE_NOOP("words.preflight", "Registration"),
    "sending.fraud": QT_TRANSLATE_NOOP("words.preflight", "Fraud Defender"),
}

_STATES: dict[FindingStatus, Marked] = {
    FindingStatus.PASS: QT_TRANSLATE_NOOP("words.preflight", "passed"),
    FindingStatus.FAIL: QT_TRANSLATE_NOOP("words.preflight", "fails"),
    FindingStatus.WARNING: QT_TRANSLATE_NOOP("words.preflight", "notice"),
    FindingStatus.UNKNOWN: QT_TRANSLATE_NOOP("words.preflight", "not known"),
    FindingStatus.SKIPPED: QT_TRANSLATE_NOOP("words.preflight", "cannot be checked"),
}
_LINES: dict[str, Marked] = {
    "fixed": QT_TRANSLATE_NOOP("words.preflight", "A landline in {country}: most of them take no SMS."),
    "toll-free": QT_TRANSLATE_NOOP("words.preflight", "A toll-free number in {country}: those take no SMS."),
    "premium": QT_TRANSLATE_NOOP("words.preflight", "A premium rate number in {country}: those take no SMS."),
    "voip": QT_TRANSLATE_NOOP(
        "words.preflight", "An internet telephony number in {country}: it may take no SMS."
    ),
}
"""Kinds of line that have a sentence of their own."""
_ACCOUNT: dict[tuple[str, str], Marked] = {
    ("vonage.key", "shape"): QT_TRANSLATE_NOOP("words.preflight", "It has the shape of a Vonage key."),
    ("vonage.key", "odd"): QT_TRANSLATE_NOOP(
        "words.preflight", "Vonage keys have 8 letters and digits; this one looks like something else."
    ),
    ("vonage.balance", "reloads"): QT_TRANSLATE_NOOP(
        "words.preflight", "{balance}, and the account tops itself up."
    ),
    ("vonage.balance", "empty"): QT_TRANSLATE_NOOP(
        "words.preflight", "{balance}: no credit is left. Vonage will refuse the message (status 9)."
    ),
    ("vonage.balance", "some"): QT_TRANSLATE_NOOP(
        "words.preflight", "{balance}; whether that is enough is not known without a price."
    ),
    ("vonage.balance", "left"): QT_TRANSLATE_NOOP("words.preflight", "{balance} is left."),
    ("vonage.balance", "enough"): QT_TRANSLATE_NOOP(
        "words.preflight", "{balance}: enough for about {messages} such messages."
    ),
    ("vonage.balance", "few"): QT_TRANSLATE_NOOP(
        "words.preflight", "{balance}: only enough for about {messages} such messages."
    ),
    ("vonage.balance", "short"): QT_TRANSLATE_NOOP(
        "words.preflight", "{balance}: less than this message costs. Top the account up first."
    ),
    ("vonage.price", "known"): QT_TRANSLATE_NOOP(
        "words.preflight",
        "About {price} for {parts} parts; euros, unless the account has another currency.",
    ),
    ("vonage.price", "no_price"): QT_TRANSLATE_NOOP(
        "words.preflight", "Vonage names no price for this destination."
    ),
    ("vonage.trial", "signs"): QT_TRANSLATE_NOOP(
        "words.preflight",
        "Looks like a trial account: it reaches only numbers on its test list, and about 30 characters are added "
        "to each text.",
    ),
    ("vonage.trial", "none"): QT_TRANSLATE_NOOP("words.preflight", "No sign of a trial account."),
    ("vonage.trial", "not_read"): QT_TRANSLATE_NOOP(
        "words.preflight", "Not known, since credit or numbers could not be read."
    ),
}
_MESSAGE: dict[tuple[str, str], Marked] = {
    ("sending.destination", "mobile"): QT_TRANSLATE_NOOP("words.preflight", "A mobile number in {country}."),
    ("sending.destination", "no_sms"): QT_TRANSLATE_NOOP(
        "words.preflight", "A number in {country} that takes no SMS as a rule."
    ),
    ("sending.destination", "not_sure"): QT_TRANSLATE_NOOP(
        "words.preflight", "A number in {country} of which it is not known whether it takes SMS."
    ),
    ("sending.text", "fits"): QT_TRANSLATE_NOOP("words.preflight", "{parts} parts, {encoding}."),
    ("sending.text", "many"): QT_TRANSLATE_NOOP(
        "words.preflight", "{parts} parts, {encoding}. Vonage advises against more than six."
    ),
    ("sending.text", "plain_only"): QT_TRANSLATE_NOOP(
        "words.preflight", "{encoding}: local numbers there carry plain GSM-7 text only. Use the rewrite."
    ),
    ("sending.fraud", "unreadable"): QT_TRANSLATE_NOOP(
        "words.preflight",
        "Its blocks and limits cannot be read with key and secret. If Vonage answers status 22, or accepts and "
        "nothing comes, look at it in the dashboard.",
    ),
}
_SENDER: dict[tuple[str, str], Marked] = {
    ("sending.sender", "letters_refused"): QT_TRANSLATE_NOOP(
        "words.preflight",
        "{country} takes no names as sender (rule of {dated}): use a number of the account.",
    ),
    ("sending.sender", "generic_blocked"): QT_TRANSLATE_NOOP(
        "words.preflight", "{sender} is an everyday word, and {country} blocks those: use your own brand."
    ),
    ("sending.sender", "generic"): QT_TRANSLATE_NOOP(
        "words.preflight", "{sender} is an everyday word; some networks block those. Your own brand is safer."
    ),
    ("sending.sender", "no_rule"): QT_TRANSLATE_NOOP(
        "words.preflight", "No rule for {country} is on record here; Vonage's answer will tell."
    ),
    ("sending.sender", "name_registered"): QT_TRANSLATE_NOOP(
        "words.preflight", "{country} wants names registered first; others are replaced or blocked."
    ),
    ("sending.sender", "name_fine"): QT_TRANSLATE_NOOP(
        "words.preflight", "{country} takes names as sender (rule of {dated})."
    ),
    ("sending.sender", "numbers_unread"): QT_TRANSLATE_NOOP(
        "words.preflight", "The account's numbers could not be read, so whose number this is stays open."
    ),
    ("sending.sender", "cannot_send"): QT_TRANSLATE_NOOP(
        "words.preflight", "The account owns {sender}, but that number cannot send SMS."
    ),
    ("sending.sender", "own_number"): QT_TRANSLATE_NOOP(
        "words.preflight", "{sender} belongs to the account."
    ),
    ("sending.sender", "replaced"): QT_TRANSLATE_NOOP(
        "words.preflight", "Networks in {country} put a sender of their own in its place."
    ),
    ("sending.sender", "not_owned"): QT_TRANSLATE_NOOP(
        "words.preflight",
        "{country} takes only numbers that the account rents; {sender} is none of them (status 15).",
    ),
    ("sending.sender", "not_local"): QT_TRANSLATE_NOOP(
        "words.preflight", "{country} wants one of its own numbers; {sender} may be replaced or lost."
    ),
    ("sending.sender", "number_fine"): QT_TRANSLATE_NOOP(
        "words.preflight", "{country} takes numbers as sender (rule of {dated})."
    ),
}
_REGISTRATION: dict[tuple[str, str], Marked] = {
    ("sending.registration", "no_rule"): QT_TRANSLATE_NOOP(
        "words.preflight", "Nothing is on record here for {country}."
    ),
    ("sending.registration", "nothing"): QT_TRANSLATE_NOOP(
        "words.preflight", "Nothing has to be registered for {country}, as far as is known."
    ),
    ("sending.registration", "10dlc"): QT_TRANSLATE_NOOP(
        "words.preflight",
        "Long numbers there need a registered 10DLC brand and campaign; without, messages are filtered silently.",
    ),
    ("sending.registration", "toll_free"): QT_TRANSLATE_NOOP(
        "words.preflight", "A toll-free number must be verified; without, its messages may be blocked."
    ),
    ("sending.registration", "dlt"): QT_TRANSLATE_NOOP(
        "words.preflight", "India wants sender and text registered with DLT (receipt codes 50 to 53 without)."
    ),
    ("sending.registration", "sender"): QT_TRANSLATE_NOOP(
        "words.preflight", "{country} wants the sender registered first."
    ),
    ("sending.registration", "ssir"): QT_TRANSLATE_NOOP(
        "words.preflight",
        "Singapore shows senders outside its register (SSIR) as likely scam, or blocks them.",
    ),
}
_ONE_PART: dict[tuple[str, str], Marked] = {
    ("vonage.price", "known"): QT_TRANSLATE_NOOP(
        "words.preflight", "About {price}; euros, unless the account has another currency."
    ),
    ("sending.text", "fits"): QT_TRANSLATE_NOOP("words.preflight", "1 part, {encoding}."),
}
CASES = _ACCOUNT | _MESSAGE | _SENDER | _REGISTRATION


def title_of(finding: Finding) -> Text:
    """Name a check of the preflight."""
    return text(TITLES[finding.id])


def say_finding(finding: Finding) -> Text:
    """Say what a check of the preflight found; where it could not be made, what stood in the way."""
    case = finding.blank("case")
    if case == "problem":
        return explain(Problem(ProblemKind(finding.blank("why")), Service.VONAGE)).title
    line = _LINES.get(finding.blank("line")) if finding.status is not FindingStatus.PASS else None
    one = _ONE_PART.get((finding.id, case)) if finding.blank("parts") == "1" else None
    return text(line or one or CASES[finding.id, case], **with_currency(dict(finding.blanks)))


def state_of(status: FindingStatus) -> Text:
    """Name how a check ended, in the words of a preflight."""
    return text(_STATES[status])


def count_of(findings: tuple[Finding, ...]) -> Text:
    """Sum the checks up in one line."""
    passed = sum(finding.status is FindingStatus.PASS for finding in findings)
    return text(
        QT_TRANSLATE_NOOP("words.preflight", "{n} checks, {passed} passed"), n=len(findings), passed=passed
    )


def verdict_of(findings: tuple[Finding, ...]) -> Text | None:
    """Say what a failed check means for the send: nothing is stopped. None where none failed."""
    if not any(finding.status is FindingStatus.FAIL for finding in findings):
        return None
    return text(
        QT_TRANSLATE_NOOP(
            "words.preflight", "This stops nothing: the message can be sent all the same, and Vonage decides."
        )
    )
