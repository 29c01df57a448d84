"""The doctor in words: each finding as a title, what was seen and what to do, whichever check it came from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.problems import ProblemKind
from textfactor.domain.templates import LintKind, LintNote
from textfactor.services.diagnosis.knowledge import Knowledge
from textfactor.services.doctor.finding import problem_of
from textfactor.services.doctor.patient import Examination
from textfactor.words import doctor_around, doctor_tenant, preflight
from textfactor.words import keyring as keyring_words
from textfactor.words.amounts import with_currency
from textfactor.words.diagnosis import explain_article
from textfactor.words.problems import explain
from textfactor.words.sentence import Marked, Sentence
from textfactor.words.templates import explain_note
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text
from textfactor.words.unknown import say_unread

_TITLES: Final[dict[str, Marked]] = {**preflight.TITLES, **doctor_around.TITLES, **doctor_tenant.TITLES}
_CASES: Final[dict[tuple[str, str], Marked]] = {
    **preflight.CASES,
    **doctor_around.CASES,
    **doctor_tenant.CASES,
}
_STATUS: Final[dict[FindingStatus, Marked]] = {
    FindingStatus.PASS: QT_TRANSLATE_NOOP("words.doctor", "fine"),
    FindingStatus.FAIL: QT_TRANSLATE_NOOP("words.doctor", "wrong"),
    FindingStatus.WARNING: QT_TRANSLATE_NOOP("words.doctor", "notice"),
    FindingStatus.UNKNOWN: QT_TRANSLATE_NOOP("words.doctor", "not known"),
    FindingStatus.SKIPPED: QT_TRANSLATE_NOOP("words.doctor", "not tried"),
}
_VERDICTS: Final[dict[FindingStatus, Marked]] = {
    FindingStatus.PASS: QT_TRANSLATE_NOOP("words.doctor", "Nothing is wrong"),
    FindingStatus.FAIL: QT_TRANSLATE_NOOP("words.doctor", "Something is wrong"),
    FindingStatus.WARNING: QT_TRANSLATE_NOOP("words.doctor", "It works, with something to know"),
    FindingStatus.UNKNOWN: QT_TRANSLATE_NOOP(
        "words.doctor", "Nothing wrong was found, but not all could be told"
    ),
    FindingStatus.SKIPPED: QT_TRANSLATE_NOOP("words.doctor", "Nothing could be tried"),
}
_OUTSIDE: Final = ("vonage.", "auth0.")
_HERE: Final[Marked] = QT_TRANSLATE_NOOP(
    "words.doctor", "Nothing is wrong on this computer; Vonage and Auth0 were not looked at"
)
_HERE_ALONE: Final[dict[FindingStatus, Marked]] = {
    FindingStatus.PASS: _HERE,
    FindingStatus.UNKNOWN: _HERE,
    FindingStatus.SKIPPED: _VERDICTS[FindingStatus.SKIPPED],
    FindingStatus.FAIL: QT_TRANSLATE_NOOP(
        "words.doctor", "Something is wrong on this computer; Vonage and Auth0 were not looked at"
    ),
    FindingStatus.WARNING: QT_TRANSLATE_NOOP(
        "words.doctor", "There is something to know about this computer; Vonage and Auth0 were not looked at"
    ),
}
_WORRIES: Final = (FindingStatus.FAIL, FindingStatus.WARNING)


def status_word(status: FindingStatus) -> Text:
    """Say how a check ended."""
    return text(_STATUS[status])


def verdict_of(examination: Examination) -> Text:
    """Say how everything stands; where neither account nor tenant was looked at, no more than that."""
    looked_at = {one.id for one in examination.findings if one.status is not FindingStatus.SKIPPED}
    if not any(name.startswith(_OUTSIDE) and name != "vonage.key" for name in looked_at):
        return text(_HERE_ALONE[examination.verdict])
    return text(_VERDICTS[examination.verdict])


def explain_finding(finding: Finding, knowledge: Callable[[], Knowledge]) -> Sentence:
    """Put a finding of the doctor into words; `next` has steps where something is wrong or worth mending.

    Raises KeyError for an id or a case that no check makes; a test holds that each has words.
    """
    if finding.status is FindingStatus.SKIPPED and finding.blank("case") == "skipped":
        why = doctor_around.SKIPPED[finding.blank("why")]
        return Sentence(_title(finding.id), text(why))
    if finding.id.startswith("keyring."):
        return keyring_words.explain_finding(finding)
    problem = problem_of(finding)
    if problem is not None:
        told = explain(problem)
        return Sentence(_title(finding.id), told.title, (told.meaning, *told.next), told.seen)
    if finding.id == "auth0.log" and finding.blank("cause"):
        return _of_log(finding, knowledge())
    return Sentence(_title(finding.id), _meaning(finding), _steps(finding))


def _title(check: str) -> Text:
    if check.startswith("keyring.") and check not in _TITLES:
        return text(keyring_words.PASSED[check][0])
    return text(_TITLES[check])


def _meaning(finding: Finding) -> Text:
    case, blanks = finding.blank("case"), dict(finding.blanks)
    if case == "unread":
        return say_unread(blanks["field"], blanks["reason"])
    if case == "note":
        kind = LintKind(blanks["note"])
        return explain_note(LintNote(kind, blanks["detail"], blanks["instead"]))
    return text(_CASES[finding.id, case], **with_currency(blanks))


def _steps(finding: Finding) -> tuple[Text, ...]:
    kind, _, scope = finding.blank("reason").partition(": ")
    if kind == ProblemKind.MISSING_SCOPE:
        return (text(doctor_around.GRANT, scope=scope),)
    fix = doctor_around.FIXES.get(finding.id)
    return (text(fix),) if fix is not None and finding.status in _WORRIES else ()


def _of_log(finding: Finding, knowledge: Knowledge) -> Sentence:
    """Add what the failures mean, by the knowledge base's article on their likeliest cause."""
    article = explain_article(knowledge.article(finding.blank("cause")))
    if finding.blank("case") == "failed_before":  # the article speaks of now, and now they go out
        steps = (text(doctor_tenant.FAILED_THEN), article.title, text(doctor_tenant.FAILED_THEN_STEP))
        return Sentence(_title(finding.id), _meaning(finding), steps)
    return Sentence(_title(finding.id), _meaning(finding), (article.title, article.meaning, *article.fix))


@dataclass(frozen=True, slots=True)
class Row:
    """A finding as both faces show it."""

    finding: Finding
    told: Sentence


def rows_of(findings: tuple[Finding, ...], knowledge: Callable[[], Knowledge]) -> tuple[Row, ...]:
    """Put all findings into words, in their order."""
    return tuple(Row(one, explain_finding(one, knowledge)) for one in findings)
