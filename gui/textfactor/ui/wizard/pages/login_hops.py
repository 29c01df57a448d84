"""The way of a login code, hop by hop."""

from textfactor.domain.login import Hop, HopResult, HopState
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.hop_row import HopRow
from textfactor.words.login import hop, hop_state


class HopsCard(Card):
    """Four rows that turn green one after the other."""

    def __init__(self) -> None:
        super().__init__(ruled=True, name="hops")
        self._hops = {station: HopRow(tr_text(hop(station)), name=f"hop_{station}") for station in Hop}
        for row in self._hops.values():
            self.add(row)

    def show_hops(self, results: tuple[HopResult, ...]) -> None:
        """Show how far a login has come."""
        for result in results:
            self._hops[result.hop].set_state(result.state, self._detail(result))

    def forget(self) -> None:
        """All hops are to come again."""
        for row in self._hops.values():
            row.set_state(HopState.WAITING)

    def state(self, station: Hop) -> HopState:
        """The state shown of one hop."""
        return self._hops[station].state()

    def _detail(self, result: HopResult) -> str:
        """Say how it stands, and in the other side's words what was seen."""
        if result.state is HopState.WAITING:
            return ""
        told = tr_text(hop_state(result))
        if result.hop is Hop.ARRIVED and result.state is HopState.PASSED:
            return fill(self.tr("from {sender}"), sender=result.detail) if result.detail else told
        if not result.detail:
            return told
        if result.state is HopState.PASSED:
            return result.detail
        return fill(self.tr("{told} · {words}"), told=told, words=result.detail)
