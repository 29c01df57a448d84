"""The texts that the panel works on, one for each message; they live as long as the window."""

from textfactor.domain.answers import Answers, TenantPath
from textfactor.domain.templates import SUGGESTED_TEXTS, TYPES, TemplateType, enroll_type, login_type
from textfactor.services.messages.rewriting import translated


class Texts:
    """What was written here stays; what was not follows the wizard's answers."""

    def __init__(self) -> None:
        self._texts: dict[TemplateType, str] = dict(SUGGESTED_TEXTS)
        self._touched: set[TemplateType] = set()

    def follow(self, answers: Answers) -> None:
        """Take the wizard's two texts over, in the language of each path, where nothing was written here."""
        for path in TYPES:
            for kind, text in (
                (enroll_type(path), answers.enroll_text),
                (login_type(path), answers.verify_text),
            ):
                if kind not in self._touched:
                    self._texts[kind] = translated(text, path)

    def text(self, kind: TemplateType) -> str:
        """The text of a message."""
        return self._texts[kind]

    def write(self, kind: TemplateType, text: str) -> None:
        """Keep what a person wrote."""
        if text != self._texts[kind]:
            self._texts[kind] = text
            self._touched.add(kind)

    def for_setup(self, shown: TenantPath, wanted: TenantPath) -> tuple[str, str]:
        """Return enrolment and login text of the path that is shown, with the variables of the path that is wanted."""
        enroll, verify = self._texts[enroll_type(shown)], self._texts[login_type(shown)]
        return translated(enroll, wanted), translated(verify, wanted)
