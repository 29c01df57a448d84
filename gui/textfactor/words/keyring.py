"""The keyring in words: where secrets are, how it is, and what its check found."""

from typing import assert_never

from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.keyring import KeyringFacts, KeyringState
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.secret import AUTH0_SECRET, AUTH0_TOKEN, VONAGE_SECRET
from textfactor.words.problems_keyring import KeyringKind, explain_keyring
from textfactor.words.sentence import Marked, Sentence, sentence
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_BACKENDS: dict[str, Marked] = {
    "SecretService": QT_TRANSLATE_NOOP(
        "words.keyring", "Secret Service (GNOME Keyring, KWallet or KeePassXC)"
    ),
    "libsecret": QT_TRANSLATE_NOOP("words.keyring", "Secret Service (through libsecret)"),
    "kwallet": QT_TRANSLATE_NOOP("words.keyring", "KWallet"),
    "macOS": QT_TRANSLATE_NOOP("words.keyring", "macOS Keychain"),
    "Windows": QT_TRANSLATE_NOOP("words.keyring", "Windows Credential Manager"),
}
_NO_BACKEND = QT_TRANSLATE_NOOP("words.keyring", "none that may hold secrets")
_SECRETS: dict[str, Marked] = {
    VONAGE_SECRET: QT_TRANSLATE_NOOP("words.keyring", "Vonage API secret"),
    AUTH0_SECRET: QT_TRANSLATE_NOOP("words.keyring", "Auth0 client secret"),
    AUTH0_TOKEN: QT_TRANSLATE_NOOP("words.keyring", "Management API token"),
}
_OTHER_SECRET = QT_TRANSLATE_NOOP("words.keyring", "Entry of an earlier check")


def backend_name(facts: KeyringFacts) -> Text:
    """Name the store as people know it."""
    return text(next((known for part, known in _BACKENDS.items() if part in facts.backend), _NO_BACKEND))


def secret_name(name: str) -> Text:
    """Name a kept secret by the name that it has in the keyring."""
    return text(_SECRETS.get(name, _OTHER_SECRET))


def explain_state(state: KeyringState) -> Sentence:
    """Say how the keyring was at the last call, what that means and what to do."""
    match state:
        case KeyringState.UNTRIED:
            return sentence(
                QT_TRANSLATE_NOOP("words.keyring", "Not asked yet"),
                QT_TRANSLATE_NOOP(
                    "words.keyring",
                    "Nothing has been read or kept since the start. The keyring may ask for a password when it is.",
                ),
            )
        case KeyringState.AVAILABLE:
            return sentence(
                QT_TRANSLATE_NOOP("words.keyring", "The keyring is open and works"),
                QT_TRANSLATE_NOOP("words.keyring", "The last secret was read or kept without trouble."),
            )
        case KeyringState.LOCKED:
            return _of_kind(ProblemKind.KEYRING_LOCKED)
        case KeyringState.CANCELLED:
            return _of_kind(ProblemKind.KEYRING_CANCELLED)
        case KeyringState.MISSING:
            return _of_kind(ProblemKind.KEYRING_MISSING)
        case KeyringState.FAILED:
            return _of_kind(ProblemKind.KEYRING_FAILED)
        case _:
            assert_never(state)


def explain_finding(finding: Finding) -> Sentence:
    """Put a finding of `check_keyring` into words."""
    title, meaning = PASSED[finding.id]
    if finding.status is FindingStatus.SKIPPED:
        return Sentence(text(title), text(_why_skipped(finding.blank("why"))))
    problem = finding.blank("problem")
    if problem:
        return _of_kind(_kind(problem), finding.blank("code"))
    if finding.status is FindingStatus.PASS:
        if finding.id == "keyring.backend":
            return Sentence(text(title), backend_name(KeyringFacts(finding.blank("backend"))))
        return sentence(title, meaning)
    if finding.id not in _FAILED:
        return _no_backend(finding)
    failed, why, *steps = _FAILED[finding.id]
    return sentence(failed, why, *steps)


PASSED: dict[str, tuple[Marked, Marked]] = {
    "keyring.mode": (
        QT_TRANSLATE_NOOP("words.keyring", "Where secrets are kept"),
        QT_TRANSLATE_NOOP("words.keyring", "In the keyring: they are there at the next start."),
    ),
    "keyring.bus": (
        QT_TRANSLATE_NOOP("words.keyring", "The session's message bus"),
        QT_TRANSLATE_NOOP("words.keyring", "It is there, and a keyring can be reached by it."),
    ),
    "keyring.backend": (QT_TRANSLATE_NOOP("words.keyring", "Which keyring"), _NO_BACKEND),
    "keyring.entry": (
        QT_TRANSLATE_NOOP("words.keyring", "Keep and read an entry"),
        QT_TRANSLATE_NOOP("words.keyring", "It reads back as it was kept."),
    ),
    "keyring.long_entry": (
        QT_TRANSLATE_NOOP("words.keyring", "Keep and read a long entry"),
        QT_TRANSLATE_NOOP("words.keyring", "It lies in parts and reads back whole."),
    ),
    "keyring.forget": (
        QT_TRANSLATE_NOOP("words.keyring", "Remove an entry"),
        QT_TRANSLATE_NOOP("words.keyring", "The entries of this check are gone again."),
    ),
}
_FAILED: dict[str, tuple[Marked, ...]] = {
    "keyring.mode": (
        QT_TRANSLATE_NOOP("words.keyring", "Secrets are kept for this session only"),
        QT_TRANSLATE_NOOP("words.keyring", "That was chosen in the settings. They end with the program."),
        QT_TRANSLATE_NOOP("words.keyring", "Choose the keyring in Settings if secrets shall stay."),
    ),
    "keyring.bus": (
        QT_TRANSLATE_NOOP("words.keyring", "This session has no message bus"),
        QT_TRANSLATE_NOOP(
            "words.keyring",
            "On Linux a keyring is reached by D-Bus, and DBUS_SESSION_BUS_ADDRESS is not set. That is usual in "
            "containers, over SSH and in CI.",
        ),
        QT_TRANSLATE_NOOP(
            "words.keyring",
            "Give the secrets there by environment variables, or log in on the desktop, which starts one.",
        ),
    ),
}


def _no_backend(finding: Finding) -> Sentence:
    """Say that there is no keyring, who chose that, and what this desktop would need."""
    found = finding.blank("refused")
    if finding.blank("named_by"):
        return sentence(
            QT_TRANSLATE_NOOP("words.keyring", "Another backend was named than one that may hold secrets"),
            QT_TRANSLATE_NOOP(
                "words.keyring",
                "{named_by} names {refused}. Textfactor takes only the system's own password stores: others may "
                "write plain text.",
            ),
            QT_TRANSLATE_NOOP("words.keyring", "Remove that setting, or keep secrets for this session only."),
            named_by=finding.blank("named_by"),
            refused=found,
        )
    return sentence(
        QT_TRANSLATE_NOOP("words.keyring", "This computer offers no keyring"),
        QT_TRANSLATE_NOOP(
            "words.keyring", "Secrets stay in memory and are gone when Textfactor ends. Found was: {refused}"
        ),
        _for_desktop(finding.blank("desktop")),
        refused=found,
    )


def _for_desktop(desktop: str) -> Marked:
    match desktop.upper():
        case "KDE":
            return QT_TRANSLATE_NOOP(
                "words.keyring",
                "On KDE, switch on the Secret Service interface of KWallet in the system settings.",
            )
        case "GNOME" | "UNITY" | "X-CINNAMON" | "MATE" | "XFCE":
            return QT_TRANSLATE_NOOP(
                "words.keyring", "Install gnome-keyring and log in again: the login opens it."
            )
        case _:
            return QT_TRANSLATE_NOOP(
                "words.keyring",
                "Start a Secret Service such as gnome-keyring or KeePassXC, or keep secrets for this session only.",
            )


def _why_skipped(why: str) -> Marked:
    match why:
        case "in_memory":
            return QT_TRANSLATE_NOOP(
                "words.keyring", "In memory until the program ends, since there is no keyring."
            )
        case "session_only":
            return QT_TRANSLATE_NOOP("words.keyring", "Not tried: secrets are kept for this session only.")
        case "not_needed":
            return QT_TRANSLATE_NOOP("words.keyring", "Not tried: this system needs none.")
        case "no_entry":
            return QT_TRANSLATE_NOOP("words.keyring", "Not tried: the entry before could not be kept.")
        case "no_answer":
            return QT_TRANSLATE_NOOP("words.keyring", "Not tried: nothing answered.")
        case _:
            return QT_TRANSLATE_NOOP("words.keyring", "Not tried: there is no keyring.")


def _kind(name: str) -> KeyringKind:
    match name:
        case ProblemKind.KEYRING_LOCKED.value:
            return ProblemKind.KEYRING_LOCKED
        case ProblemKind.KEYRING_CANCELLED.value:
            return ProblemKind.KEYRING_CANCELLED
        case ProblemKind.KEYRING_MISSING.value:
            return ProblemKind.KEYRING_MISSING
        case _:
            return ProblemKind.KEYRING_FAILED


def _of_kind(kind: KeyringKind, code: str = "") -> Sentence:
    return explain_keyring(kind, Problem(kind, Service.KEYRING, code=code or None))
