"""Problems on the way to a service, and those of the service itself, in words."""

from typing import Literal, assert_never

from textfactor.domain.problems import Problem, Service
from textfactor.domain.problems import ProblemKind as Kind
from textfactor.words.sentence import Sentence, sentence
from textfactor.words.text import QT_TRANSLATE_NOOP

NetworkKind = Literal[
    Kind.NO_NETWORK,
    Kind.NAME_NOT_FOUND,
    Kind.TLS_UNTRUSTED,
    Kind.PROXY_FAILED,
    Kind.TIMED_OUT,
    Kind.CONNECTION_LOST,
    Kind.NOT_THE_SERVICE,
    Kind.SERVICE_FAULT,
    Kind.RATE_LIMITED,
]

_NAMES = {Service.VONAGE: "Vonage", Service.AUTH0: "Auth0"}
_PROXY_HINT = QT_TRANSLATE_NOOP(
    "words.problems",
    "Behind a company proxy: enter it under Advanced on the first page (for commands, in TEXTFACTOR_PROXY "
    "or HTTPS_PROXY) and try again.",
)


def explain_network(kind: NetworkKind, problem: Problem) -> Sentence:
    """Put a failure of the connection into words; parts on this computer need no advice on networks."""
    who = _NAMES.get(problem.where)
    if who is None:
        return _on_this_computer()
    match kind:
        case Kind.NO_NETWORK:
            return _no_network(who)
        case Kind.NAME_NOT_FOUND:
            return _name_not_found(problem.where)
        case Kind.TLS_UNTRUSTED:
            return _tls_untrusted(who)
        case Kind.PROXY_FAILED:
            return _proxy_failed(who)
        case Kind.TIMED_OUT | Kind.CONNECTION_LOST:
            return _no_answer(kind, who)
        case Kind.NOT_THE_SERVICE:
            return _not_the_service(problem.where, who)
        case Kind.SERVICE_FAULT:
            return _service_fault(who)
        case Kind.RATE_LIMITED:
            return _rate_limited(problem, who)
        case _:
            assert_never(kind)


def _on_this_computer() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "The practice world does not answer"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "It runs on this computer and has ended, or something blocks connections to 127.0.0.1. "
            "No real account is involved.",
        ),
        QT_TRANSLATE_NOOP("words.problems", "Start the practice world again."),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "If TEXTFACTOR_PRACTICE is set, check that the world which wrote that file still runs.",
        ),
    )


def _no_network(who: str) -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "No connection to {who}"),
        QT_TRANSLATE_NOOP("words.problems", "The request did not get out, so it sent and changed nothing."),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Check that this computer is online and that no firewall blocks HTTPS (port 443) to {who}.",
        ),
        _PROXY_HINT,
        who=who,
    )


def _name_not_found(where: Service) -> Sentence:
    if where is Service.AUTH0:
        return sentence(
            QT_TRANSLATE_NOOP("words.problems", "There is no server with this tenant domain"),
            QT_TRANSLATE_NOOP(
                "words.problems",
                "The name has no address. Most often the domain has a typing error or lacks its region, "
                "or this computer is offline.",
            ),
            QT_TRANSLATE_NOOP(
                "words.problems",
                "Compare it with Auth0 dashboard > Applications > your application > Settings > Domain; "
                "it looks like acme.eu.auth0.com.",
            ),
            QT_TRANSLATE_NOOP(
                "words.problems", "If the domain is right, check the network, its DNS and the proxy."
            ),
        )
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "The name of Vonage's server was not found"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "rest.nexmo.com has no address for this computer: it is offline, or its DNS blocks the name. "
            "Nothing was sent.",
        ),
        QT_TRANSLATE_NOOP("words.problems", "Check that this computer is online, then try again."),
        _PROXY_HINT,
    )


def _tls_untrusted(who: str) -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "The certificate shown for {who} is not trusted"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Something between this computer and {who} showed a certificate of its own. Company proxies that "
            "inspect traffic do this. Textfactor stopped before it sent anything.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "In a company: get the proxy's CA certificate (a PEM file) from IT and choose it under Advanced "
            "on the first page (for commands, name it in TEXTFACTOR_CA_FILE).",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Elsewhere: check this computer's date and time, and change to a network that you trust.",
        ),
        who=who,
    )


def _proxy_failed(who: str) -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "The proxy did not pass the request on to {who}"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "The proxy could not be reached, wants a sign-in, or forbids the address. {who} saw nothing of "
            "it.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Check the proxy under Advanced on the first page (TEXTFACTOR_PROXY or HTTPS_PROXY for "
            "commands): "
            "host, port, and whether this network needs one at all.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems", "Ask IT to allow HTTPS to rest.nexmo.com and to your tenant's domain."
        ),
        who=who,
    )


def _no_answer(kind: Literal[Kind.TIMED_OUT, Kind.CONNECTION_LOST], who: str) -> Sentence:
    title = (
        QT_TRANSLATE_NOOP("words.problems", "{who} did not answer in time")
        if kind is Kind.TIMED_OUT
        else QT_TRANSLATE_NOOP("words.problems", "The connection to {who} broke off")
    )
    return sentence(
        title,
        QT_TRANSLATE_NOOP(
            "words.problems",
            "The request may have arrived without its answer coming back: if it was a change, it may or may "
            "not "
            "have been made. Textfactor does not repeat it blindly.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Try again in a minute. Textfactor reads the present state first and does nothing twice.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems", "If it happens again, check the network and {who}'s public status page."
        ),
        who=who,
    )


def _not_the_service(where: Service, who: str) -> Sentence:
    closer = (
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Check that the domain is the tenant's own (acme.eu.auth0.com), not the dashboard's or a login "
            "page's.",
        )
        if where is Service.AUTH0
        else _PROXY_HINT
    )
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "Something else answered in place of {who}"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "The answer was a web page or broken data, not what {who} sends. The sign-in page of a hotspot "
            "(captive portal) or a company proxy usually is the reason.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Open any web page in a browser, sign in to the network if it asks, and try again.",
        ),
        closer,
        who=who,
    )


def _service_fault(who: str) -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "{who} has a fault of its own"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "It answered that something failed on its side. Your entries are not the reason. If the request "
            "was a "
            "change, it may or may not have been made.",
        ),
        QT_TRANSLATE_NOOP("words.problems", "Wait a few minutes and try again."),
        QT_TRANSLATE_NOOP("words.problems", "Look at {who}'s public status page when it lasts."),
        who=who,
    )


def _rate_limited(problem: Problem, who: str) -> Sentence:
    wait = (
        QT_TRANSLATE_NOOP("words.problems", "Wait {seconds} s, then try again.")
        if problem.retry_after
        else QT_TRANSLATE_NOOP("words.problems", "Wait a minute, then try again.")
    )
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "{who} asks to slow down"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "More requests came in than {who} allows for this account. It did not carry out the last one.",
        ),
        wait,
        QT_TRANSLATE_NOOP(
            "words.problems",
            "See whether another program uses the same account at the same time: the limit counts all of "
            "them.",
        ),
        who=who,
        seconds=round(problem.retry_after or 0) or 1,
    )
