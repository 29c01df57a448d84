"""Logs that live elsewhere: the query that cuts out the rows that matter, to be copied."""

from typing import Final

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from textfactor.services.diagnosis.bulk.queries import LogHome, query_for
from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.widgets.expander import Expander
from textfactor.ui.widgets.labels import ShortLabel, TextLabel

_NAMES: Final = {
    LogHome.DUCKDB: "DuckDB (SQL)",
    LogHome.BIGQUERY: "BigQuery (SQL)",
    LogHome.SNOWFLAKE: "Snowflake (SQL)",
    LogHome.SPLUNK: "Splunk",
    LogHome.DATADOG: "Datadog",
    LogHome.ELASTIC: "Elastic",
}


class QueriesBox(Expander):
    """A query for each place where logs are kept; it is made when the box is opened."""

    def __init__(self) -> None:
        super().__init__(self.tr("Logs live elsewhere?"), name="queries")
        self._homes = QComboBox()
        self._homes.setObjectName("log_home")
        self._homes.setAccessibleName(self.tr("Where the logs are kept"))
        for home, name in _NAMES.items():
            self._homes.addItem(name, home)
        self._text = QPlainTextEdit()
        self._text.setObjectName("log_query")
        self._text.setAccessibleName(self.tr("The query"))
        self._text.setProperty("role", "code")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(150)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._told = TextLabel("", "hint")
        self.add(
            TextLabel(self.tr("Run this where they are, save the answer, and drop the file here."), "hint")
        )
        self.add(self._row())
        self.add(self._text)
        self.add(self._told)
        self._homes.currentIndexChanged.connect(self._choose)
        self._choose(0)

    def _row(self) -> QWidget:
        copy = CopyButton(self.tr("Copy query"), self._text.toPlainText, name="copy_query", small=True)
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.RELATED)
        row.addWidget(ShortLabel(self.tr("Kept in"), "label"))
        row.addWidget(self._homes)
        row.addStretch(1)
        row.addWidget(copy)
        return holder

    def _choose(self, place: int) -> None:
        query = query_for(tuple(_NAMES)[place])
        self._text.setPlainText(query.text)
        told = self.tr(
            "Put your own name in place of {place}. Save the answer as {file}, or CSV, NDJSON or JSON."
        )
        self._told.setText(fill(told, place=query.place, file=query.answer))
