"""Checks of the sender against the destination's rule, which is dated data (facts/vonage: sender rules)."""

from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.problems import Problem
from textfactor.domain.sending import OwnedNumber
from textfactor.domain.sending_rules import CountryRule, Digits, Letters, SendingRules
from textfactor.services.sending.test_message import Prepared

_ID = "sending.sender"
_TOLL_FREE = ("1800", "1833", "1844", "1855", "1866", "1877", "1888")


def check_sender(
    prepared: Prepared, rules: SendingRules, numbers: tuple[OwnedNumber, ...] | Problem
) -> Finding:
    """Say whether the destination takes this sender, as far as a rule is on record."""
    rule = rules.rule(prepared.number.country)
    blanks = (
        ("sender", prepared.sender),
        ("country", prepared.number.country_name or prepared.number.country),
        ("dated", rules.dated),
    )
    if prepared.sender.isdigit():
        case, status = _number(prepared, rule, numbers)
    else:
        case, status = _name(prepared.sender, rule, rules.generic_words)
    return Finding(_ID, status, (("case", case), *blanks), opens="vonage")


def _name(sender: str, rule: CountryRule | None, generic: frozenset[str]) -> tuple[str, FindingStatus]:
    """Judge a name."""
    if rule is not None and rule.letters is Letters.REFUSED:
        return "letters_refused", FindingStatus.FAIL
    if sender.upper() in generic:
        blocked = rule is not None and rule.generic_refused
        return ("generic_blocked", FindingStatus.FAIL) if blocked else ("generic", FindingStatus.WARNING)
    if rule is None:
        return "no_rule", FindingStatus.UNKNOWN
    if rule.letters is Letters.REGISTERED:
        return "name_registered", FindingStatus.WARNING
    return "name_fine", FindingStatus.PASS


def _number(
    prepared: Prepared, rule: CountryRule | None, numbers: tuple[OwnedNumber, ...] | Problem
) -> tuple[str, FindingStatus]:
    """Judge a number: whose it is, whether it can send SMS, and whether it is of the right country."""
    if isinstance(numbers, Problem):
        return "numbers_unread", FindingStatus.UNKNOWN
    own = next((one for one in numbers if one.digits == prepared.sender), None)
    if own is not None and not own.can_send_sms:
        return "cannot_send", FindingStatus.FAIL
    if rule is None:
        return ("own_number", FindingStatus.PASS) if own else ("no_rule", FindingStatus.UNKNOWN)
    if rule.numbers is Digits.REPLACED:
        return "replaced", FindingStatus.WARNING
    if rule.numbers is Digits.OWNED:
        return ("own_number", FindingStatus.PASS) if own else ("not_owned", FindingStatus.FAIL)
    if rule.numbers is Digits.LOCAL and (own is None or own.country != rule.country):
        return "not_local", FindingStatus.WARNING
    return "own_number" if own else "number_fine", FindingStatus.PASS


def check_registration(prepared: Prepared, rule: CountryRule | None) -> Finding:
    """Say what has to be registered first: brand and campaign, toll-free, DLT, SSIR; or that nothing is known."""
    country = prepared.number.country_name or prepared.number.country
    if rule is None:
        return Finding(
            "sending.registration", FindingStatus.UNKNOWN, (("case", "no_rule"), ("country", country))
        )
    case = rule.asks or "nothing"
    if case == "10dlc" and prepared.sender.startswith(_TOLL_FREE):
        case = "toll_free"
    status = FindingStatus.PASS if case == "nothing" else FindingStatus.WARNING
    return Finding("sending.registration", status, (("case", case), ("country", country)))
