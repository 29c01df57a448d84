"""The sender's code with the chosen options in its one line of settings."""

import hashlib
import json
import re

from textfactor.domain.answers import Answers
from textfactor.domain.inputs import Fault, clean_countries
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service

_LINE = re.compile(r"^const OPTIONS = (\{.*\});(.*)$", re.MULTILINE)


def sender_source(template_code: str, answers: Answers) -> str:
    """Put the options into the code's `const OPTIONS = {…};` line; the same answers give the same code.

    `account` there is a short digest of API key and sender, which are no secrets: the values of an Action's
    secrets cannot be read back, so without it a tenant with another key or sender would look as if nothing
    were to do. `retries` is set only in code that has it: the legacy trigger knows no second try. Raises
    UNEXPECTED when the code has not exactly one such line or the countries are not clean.
    """
    lines = _LINE.findall(template_code)
    countries = clean_countries(answers.countries)
    if len(lines) != 1 or isinstance(countries, Fault):
        detail = "countries" if isinstance(countries, Fault) else "the sender has no single OPTIONS line"
        raise ProblemError(Problem(ProblemKind.UNEXPECTED, Service.LOCAL, detail))
    account = hashlib.sha256(f"{answers.api_key}/{answers.sender}".encode()).hexdigest()[:8]
    options = json.loads(lines[0][0])
    options |= {"countries": list(countries), "account": account}
    if "retries" in options:
        options["retries"] = answers.retries
    text = json.dumps(options, separators=(",", ":"))
    return _LINE.sub(lambda found: f"const OPTIONS = {text};{found[2]}", template_code)
