"""Which sender a country takes, and what becomes of a message whose sender it does not: a table with its sources.

As of November 2026. Vonage's own country table could not be had; what stands here was put together from its
support articles and, where they are silent, from other providers' pages on the same networks. Only the US and
Canada are refused at once (status 15). Elsewhere a bad sender shows late: the message is accepted and paid for,
then a network drops it or writes a sender of its own over it ("silent rewriting or loss", Vonage's guide).
"""

from dataclasses import dataclass
from typing import Final, Literal

AS_OF: Final = "2026-11"

Fate = Literal["taken", "refused", "dropped", "replaced"]
"""Taken as it is; refused with status 15; accepted and dropped later; replaced by a number of the network."""


@dataclass(frozen=True, slots=True)
class SenderRule:
    """What a country does with a name, with a generic name such as VERIFY, and with a number.

    `owned` says that only numbers of the account may send. `error` is the receipt's error of what was dropped.
    """

    name: Fate
    generic: Fate
    number: Fate
    source: str
    owned: bool = False
    error: str = "6"
    replacement: str = ""


_NORTH_AMERICA: Final = "Vonage support 204017023, 204024183: numbers of the account only"
RULES: Final = {
    "US": SenderRule("refused", "refused", "taken", _NORTH_AMERICA, owned=True),
    "CA": SenderRule("refused", "refused", "taken", _NORTH_AMERICA, owned=True),
    "GB": SenderRule("taken", "dropped", "taken", "vonage-php-sdk-core#452: VERIFY blocked since 2023"),
    "FR": SenderRule(
        "taken",
        "dropped",
        "replaced",
        "Vonage support 204017483: networks use short codes",
        replacement="38080",
    ),
    "DE": SenderRule("taken", "dropped", "taken", "suresms.com: generic words prohibited"),
    "IN": SenderRule(
        "dropped", "dropped", "replaced", "Vonage support 204017423: DLT", error="50", replacement="567670"
    ),
    "AR": SenderRule(
        "replaced", "replaced", "taken", "getresponse.com: names are not supported", replacement="29292"
    ),
    "AU": SenderRule("taken", "dropped", "taken", "getresponse.com: names must be registered"),
    "SG": SenderRule(
        "replaced", "replaced", "taken", "sgnic.sg: a name outside the registry", replacement="Likely-SCAM"
    ),
}
"""By the destination's country; a country that is not listed takes everything."""

ANYWHERE: Final = SenderRule("taken", "taken", "taken", "")

GENERIC: Final = frozenset({
    "ALERT", "AUTH", "AUTHMSG", "CODE", "INFO", "MESSAGE", "NOTICE", "OTP", "PIN", "SMS", "VERIFY",
})  # fmt: skip
"""Names that say nothing about who sends (Vonage support 204017483; castmessage.com)."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What becomes of a sender: its fate, the receipt's error if it is dropped, what the phone shows."""

    fate: Fate
    error: str
    shown: str


def judge(country: str, sender: str, *, owned: bool, registered: bool) -> Judgement:
    """Return what a country does with a sender; `registered`: an entity and a content id came along (India)."""
    rule = RULES.get(country, ANYWHERE)
    if sender.isdigit():
        fate: Fate = "refused" if rule.owned and not owned else rule.number
    else:
        fate = rule.generic if sender.upper() in GENERIC else rule.name
    if country == "IN" and registered and fate == "dropped":
        fate = "taken"
    return Judgement(fate, rule.error, rule.replacement if fate == "replaced" else sender)
