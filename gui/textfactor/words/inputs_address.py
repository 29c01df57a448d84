"""Domains, proxies, files and names that are refused, in words."""

from typing import Literal, assert_never

from textfactor.domain.inputs import Fault
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP

AddressFault = Literal[
    Fault.URL_NOT_DOMAIN,
    Fault.NOT_A_DOMAIN,
    Fault.CUSTOM_DOMAIN,
    Fault.NOT_A_PROXY,
    Fault.NO_SUCH_FILE,
    Fault.NAME_TAKEN,
    Fault.OTHER_NAME,
]


def explain_address(fault: AddressFault) -> Marked:
    """Say what is wrong with it, and what a right one looks like."""
    match fault:
        case Fault.URL_NOT_DOMAIN:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "This is the address of a page. The domain is in Auth0 dashboard > Applications > your "
                "application > "
                "Settings, such as acme.eu.auth0.com.",
            )
        case Fault.NOT_A_DOMAIN:
            return QT_TRANSLATE_NOOP("words.inputs", "This is not a domain. It looks like acme.eu.auth0.com.")
        case Fault.CUSTOM_DOMAIN:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "This looks like a custom domain. The Management API wants the tenant's own, which ends in "
                "auth0.com.",
            )
        case Fault.NOT_A_PROXY:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "Write a proxy as host:port, without user and password, such as proxy.acme.com:8080.",
            )
        case Fault.NO_SUCH_FILE:
            return QT_TRANSLATE_NOOP("words.inputs", "There is no such file.")
        case Fault.NAME_TAKEN:
            return QT_TRANSLATE_NOOP("words.inputs", "Another profile has this name.")
        case Fault.OTHER_NAME:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "This is not the tenant's name. Type it as it stands above, to show that it is meant.",
            )
        case _:
            assert_never(fault)
