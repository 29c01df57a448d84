"""Checks of where a message goes and what it is made of."""

from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.sending import PhoneNumber
from textfactor.domain.sending_rules import CountryRule
from textfactor.domain.sms_text import Encoding, Measured

_TAKES_SMS = ("mobile", "either")
_NO_SMS = ("fixed", "toll-free", "premium")
_MANY = 6
"""Parts from which Vonage advises against sending (facts/vonage 1)."""


def check_destination(number: PhoneNumber) -> Finding:
    """Say what kind of line it is: a landline takes no SMS, of other kinds it is not known."""
    blanks = (("country", number.country_name or number.country), ("line", number.line))
    if number.line in _TAKES_SMS:
        return Finding("sending.destination", FindingStatus.PASS, (("case", "mobile"), *blanks))
    case = "no_sms" if takes_no_sms(number) else "not_sure"
    return Finding("sending.destination", FindingStatus.WARNING, (("case", case), *blanks))


def takes_no_sms(number: PhoneNumber) -> bool:
    """Say whether the line takes no SMS as a rule: a landline, a toll-free or a premium number."""
    return number.line in _NO_SMS


def check_text(measured: Measured, rule: CountryRule | None) -> Finding:
    """Say in how many parts it goes, and whether the destination takes its characters."""
    blanks = (("parts", str(measured.parts)), ("encoding", measured.encoding.value))
    if rule is not None and rule.plain_only and measured.encoding is Encoding.UCS2:
        return Finding(
            "sending.text", FindingStatus.WARNING, (("case", "plain_only"), *blanks), opens="messages"
        )
    if measured.parts > _MANY:
        return Finding("sending.text", FindingStatus.WARNING, (("case", "many"), *blanks), opens="messages")
    return Finding("sending.text", FindingStatus.PASS, (("case", "fits"), *blanks), opens="messages")
