"""`textfactor send --history`: the test messages that were sent from this computer, newest first."""

from textfactor.cli.exits import Exit, exit_for
from textfactor.cli.output import Output
from textfactor.cli.target import Target
from textfactor.domain.problems import ProblemError
from textfactor.domain.sent_tests import SentTest
from textfactor.services.container import Services
from textfactor.words.amounts import euros
from textfactor.words.moments import local_time
from textfactor.words.problems import explain
from textfactor.words.sending import total_price
from textfactor.words.sent_tests import arrived_word, outcome_word


def show_history(services: Services, target: Target, output: Output) -> Exit:
    """List the tests of all profiles, or of one; no world is opened and no secret read."""
    if target.practice:
        output.refuse("usage", "The practice world keeps no history: it is gone when the world ends.")
        return Exit.USAGE
    try:
        book, tests = services.profiles.load(), services.sent_tests().all()
    except ProblemError as error:
        told = explain(error.problem)
        output.refuse(error.problem.kind.value, told.title.english(), told.meaning.english())
        return exit_for(error.problem)
    names = {kept.profile.id: kept.profile.name for kept in book.profiles}
    only = book.named(target.profile) if target.profile else None
    if target.profile and only is None:
        output.refuse("usage", f"No profile “{target.profile}” is kept here.")
        return Exit.USAGE
    wanted = [sent for sent in tests if only is None or sent.profile == only.profile.id]
    output.value([_value(sent, names) for sent in wanted])
    if not output.as_json:
        for sent in wanted:
            output.answer(_line(sent, names))
        if not wanted:
            output.note("No test message is in the history.")
    return Exit.FINE


def _line(sent: SentTest, names: dict[str, str]) -> str:
    arrived, price = arrived_word(sent), total_price(sent.parts)
    became = [outcome_word(sent.outcome).english()]
    if arrived is not None:
        became.append(arrived.english())
    if price:
        became.append(f"about {euros(price)}")
    owner = names.get(sent.profile, "")
    pieces = (local_time(sent.at), sent.to, f"from {sent.sender}", ", ".join(became), owner, sent.id)
    return "  ".join(piece for piece in pieces if piece)


def _value(sent: SentTest, names: dict[str, str]) -> dict[str, object]:
    return {
        "at": sent.at,
        "reference": sent.id,
        "profile": names.get(sent.profile),
        "to": sent.to,
        "country": sent.country,
        "sender": sent.sender,
        "encoding": sent.encoding,
        "outcome": sent.outcome.value,
        "arrived": sent.arrived,
        "price": total_price(sent.parts) or None,
        "balance": sent.balance or None,
        "parts": [
            {
                "status": part.status,
                "message_id": part.message_id,
                "price": part.price,
                "network": part.network,
                "error_text": part.error_text,
            }
            for part in sent.parts
        ],
    }
