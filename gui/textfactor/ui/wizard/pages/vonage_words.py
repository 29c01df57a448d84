"""What the Vonage page says of an account that was checked, and of credentials that are at hand."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.profile import CredentialOffer
from textfactor.services.sending.credentials import AccountFacts
from textfactor.ui.messages import fill
from textfactor.ui.wizard.pages.counting import rounded

_LOW = 0.10
"""Less credit than this pays for no SMS in most countries."""


def account_told(facts: AccountFacts, *, practice: bool) -> tuple[str, str, str]:
    """Say what the check found, and where the secret is kept: tone, title and sentence."""
    low = facts.balance.value < _LOW and not facts.balance.auto_reload
    if low:
        scarce = QCoreApplication.translate(
            "VonagePage",
            "There is hardly any credit: Vonage refuses messages until the account is topped up.",
        )
        return "warning", _title(facts), scarce
    return "ok", _title(facts), _where_kept(practice=practice, lasting=facts.lasting)


def _title(facts: AccountFacts) -> str:
    able = sum(number.can_send_sms for number in facts.numbers)
    if not able:
        words = QCoreApplication.translate("VonagePage", "Balance {balance}, no number that can send SMS")
    elif able == 1:
        words = QCoreApplication.translate("VonagePage", "Balance {balance}, 1 number that can send SMS")
    else:
        words = QCoreApplication.translate("VonagePage", "Balance {balance}, {n} numbers that can send SMS")
    return fill(words, balance=rounded(facts.balance.value), n=able)


def _where_kept(*, practice: bool, lasting: bool) -> str:
    if practice:
        return QCoreApplication.translate(
            "VonagePage", "The practice secret is kept in memory and ends with the practice world."
        )
    if lasting:
        return QCoreApplication.translate(
            "VonagePage", "The secret is kept in this computer's keyring, nowhere else."
        )
    return QCoreApplication.translate("VonagePage", "The secret is kept in memory, for this session only.")


def offers_told(offers: tuple[CredentialOffer, ...], *, practice: bool) -> tuple[str, str, str]:
    """Say what is at hand: a title, another for when it is in use, and where each was found."""
    translate = QCoreApplication.translate
    if practice:
        title = translate("VonagePage", "The practice account is ready")
        taken = translate("VonagePage", "The practice account is in use")
        words = translate("VonagePage", "API key {key}, made for this practice")
    else:
        title = translate("VonagePage", "Vonage credentials were found on this computer")
        taken = translate("VonagePage", "Vonage credentials from this computer are in use")
        words = translate("VonagePage", "{source}: API key {key}")
    lines = [fill(words, key=offer.api_key, source=offer.source) for offer in offers]
    if any(offer.in_file for offer in offers):
        lines.append(
            translate(
                "VonagePage",
                "That file is plain text. The check keeps the secret safer; then remove it there.",
            )
        )
    return title, taken, "\n".join(lines)
