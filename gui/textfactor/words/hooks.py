"""Code that sent the codes before, in words: what it did, what carries over, what does not, what was wrong."""

from dataclasses import dataclass

from textfactor.domain.old_code import CodeKind, OldCode, OldFault, SecretRole
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text


@dataclass(frozen=True, slots=True)
class CodeWords:
    """A title and four lists; a list may be empty."""

    title: Text
    did: tuple[Text, ...] = ()
    carries: tuple[Text, ...] = ()
    ends: tuple[Text, ...] = ()
    wrong: tuple[Text, ...] = ()


_TITLES: dict[CodeKind, Marked] = {
    CodeKind.HOOK: QT_TRANSLATE_NOOP(
        "words.hooks", "A Hook that sent the codes. Since 18 Nov 2026 none runs."
    ),
    CodeKind.LEGACY_ACTION: QT_TRANSLATE_NOOP("words.hooks", "An Action for the legacy path"),
    CodeKind.UNIFIED_ACTION: QT_TRANSLATE_NOOP("words.hooks", "An Action for the unified path"),
    CodeKind.OTHER: QT_TRANSLATE_NOOP("words.hooks", "Code of Auth0's, but not for sending codes"),
    CodeKind.UNKNOWN: QT_TRANSLATE_NOOP("words.hooks", "Not code that was recognised"),
}

_FAULTS: dict[OldFault, Marked] = {
    OldFault.HARD_CODED: QT_TRANSLATE_NOOP(
        "words.hooks",
        "Credentials stand in the code ({names}). Whoever could read it knows them: replace them.",
    ),
    OldFault.SECRET_IN_ADDRESS: QT_TRANSLATE_NOOP(
        "words.hooks", "The secret travels in the request's address, where logs on the way may keep it."
    ),
    OldFault.LOGS_PRIVATE: QT_TRANSLATE_NOOP(
        "words.hooks", "It writes numbers, texts or secrets to the log."
    ),
    OldFault.NO_STATUS_CHECK: QT_TRANSLATE_NOOP(
        "words.hooks",
        "It does not look at the status. Vonage answers HTTP 200 when it refuses, so a refusal looked like a success.",
    ),
    OldFault.FIRST_PART_ONLY: QT_TRANSLATE_NOOP(
        "words.hooks", "It looks at the first part only; of a long text, a later part may be refused."
    ),
    OldFault.SWALLOWED: QT_TRANSLATE_NOOP(
        "words.hooks",
        "It catches errors and says nothing of them: a code that was not sent looked like one that was.",
    ),
    OldFault.NO_CALLBACK: QT_TRANSLATE_NOOP(
        "words.hooks", "It never calls back, so each login waited until Auth0 gave up."
    ),
    OldFault.DOUBLE_CALLBACK: QT_TRANSLATE_NOOP(
        "words.hooks", "After an error it goes on and calls back a second time."
    ),
    OldFault.RETRIES: QT_TRANSLATE_NOOP(
        "words.hooks",
        "It sends again by itself. Where the first message did go out, the user got two codes and you paid twice.",
    ),
    OldFault.NO_TIME_LIMIT: QT_TRANSLATE_NOOP(
        "words.hooks", "It has no time limit of its own: a silent Vonage kept the login waiting."
    ),
    OldFault.NOT_DIGITS: QT_TRANSLATE_NOOP(
        "words.hooks", "It hands the number over as it comes; Vonage wants digits only."
    ),
    OldFault.NO_ENCODING: QT_TRANSLATE_NOOP(
        "words.hooks", "It chooses no encoding: letters beyond the SMS alphabet arrive as question marks."
    ),
    OldFault.OLD_MODULE: QT_TRANSLATE_NOOP(
        "words.hooks", "It needs a package that nobody looks after any more."
    ),
    OldFault.HEAVY_MODULE: QT_TRANSLATE_NOOP(
        "words.hooks", "It needs Vonage's SDK, most versions of which do not load on Node 18."
    ),
}


def explain_old_code(code: OldCode) -> CodeWords:
    """Put a reading into words. Nothing in them is a credential."""
    title = text(_TITLES[code.kind])
    if code.ours:
        ours = text(QT_TRANSLATE_NOOP("words.hooks", "This is the sender that Textfactor put there."))
        return CodeWords(title, did=(ours,))
    if not code.sends_codes:
        return CodeWords(title)
    wrong = tuple(text(_FAULTS[fault], names=", ".join(code.hard_coded)) for fault in code.faults)
    return CodeWords(title, tuple(_did(code)), tuple(_carries(code)), tuple(_ends(code)), wrong)


def _did(code: OldCode) -> list[Text]:
    lines = [
        text(QT_TRANSLATE_NOOP("words.hooks", "It sent through {provider}."), provider=code.provider)
        if code.provider
        else text(QT_TRANSLATE_NOOP("words.hooks", "Through whom it sent cannot be told from the code."))
    ]
    if code.modules:
        packages = QT_TRANSLATE_NOOP("words.hooks", "It used the packages {modules}.")
        lines.append(text(packages, modules=", ".join(code.modules)))
    if code.secrets:
        read = QT_TRANSLATE_NOOP("words.hooks", "It read the secrets {names}.")
        lines.append(text(read, names=", ".join(secret.name for secret in code.secrets)))
    if code.countries:
        lines.append(
            text(
                QT_TRANSLATE_NOOP("words.hooks", "It sent only to numbers that begin with {prefixes}."),
                prefixes=_prefixes(code.countries),
            )
        )
    return lines


def _carries(code: OldCode) -> list[Text]:
    lines: list[Text] = []
    if code.countries:
        lines.append(
            text(
                QT_TRANSLATE_NOOP("words.hooks", "The countries: {prefixes}"),
                prefixes=_prefixes(code.countries),
            )
        )
    if code.sender:
        lines.append(
            text(
                QT_TRANSLATE_NOOP("words.hooks", "The sender {sender}: enter it on the Vonage page."),
                sender=code.sender,
            )
        )
    kept = [secret.name for secret in code.secrets if secret.name == secret.becomes]
    if kept:
        lines.append(
            text(
                QT_TRANSLATE_NOOP("words.hooks", "These secrets keep their names: {names}"),
                names=", ".join(kept),
            )
        )
    lines += [
        text(
            QT_TRANSLATE_NOOP("words.hooks", "The secret {new} takes the place of {name}."),
            new=secret.becomes,
            name=secret.name,
        )
        for secret in code.secrets
        if secret.becomes and secret.becomes != secret.name
    ]
    return lines


def _ends(code: OldCode) -> list[Text]:
    lines: list[Text] = []
    if code.provider and code.provider != "Vonage":
        lines.append(
            text(
                QT_TRANSLATE_NOOP("words.hooks", "{provider} is not asked any more; its account can end."),
                provider=code.provider,
            )
        )
    if code.secrets or code.hard_coded:
        lines.append(
            text(QT_TRANSLATE_NOOP("words.hooks", "Values of secrets cannot be read; they are entered anew."))
        )
    if code.own_text:
        lines.append(
            text(
                QT_TRANSLATE_NOOP(
                    "words.hooks", "It made or changed the text itself: put the words on the Messages page."
                )
            )
        )
    if code.special:
        lines.append(
            text(
                QT_TRANSLATE_NOOP(
                    "words.hooks", "It treated numbers that begin with {prefixes} in a way of their own."
                ),
                prefixes=_prefixes(code.special),
            )
        )
    if code.voice:
        lines.append(
            text(QT_TRANSLATE_NOOP("words.hooks", "Voice calls: the new sender sends text messages only."))
        )
    lines += [
        text(
            QT_TRANSLATE_NOOP(
                "words.hooks", "The secret {name}: what it was for cannot be told from its name."
            ),
            name=secret.name,
        )
        for secret in code.secrets
        if secret.role is SecretRole.OTHER
    ]
    return lines


def _prefixes(prefixes: tuple[str, ...]) -> str:
    return ", ".join(f"+{prefix}" for prefix in prefixes)
