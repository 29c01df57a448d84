"""The message lab: each text edited with the phone, the count and the price beside it. It writes nothing itself."""

from functools import partial

from PySide6.QtGui import QShowEvent

from textfactor.domain.answers import TenantPath
from textfactor.domain.templates import SUGGESTED_TEXTS, VENDOR_TEXTS, LintNote, TemplateType, login_type
from textfactor.services.messages.looking import EXAMPLE_NAME, Look
from textfactor.services.messages.rewriting import mended
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.frame import Panel
from textfactor.ui.panels.messages.compare_box import CompareBox
from textfactor.ui.panels.messages.handing import handing, reading
from textfactor.ui.panels.messages.looker import Looker
from textfactor.ui.panels.messages.preview_box import PreviewBox
from textfactor.ui.panels.messages.pricer import Pricer
from textfactor.ui.panels.messages.texts import Texts
from textfactor.ui.panels.messages.type_list import TypeList
from textfactor.ui.panels.messages.workbench import Workbench
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.widgets.note_list import NoteList
from textfactor.ui.widgets.template_editor import TemplateEditor
from textfactor.ui.wizard.pages.counting import counts
from textfactor.words.templates import explain_note, type_meaning, type_name


class MessagesPanel(Panel):
    """A plain text is looked at with each key; any other when the typing has paused, beside the window."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__(tools)
        self.set_head(
            self.tr("Messages"),
            self.tr("See and price each text before anybody gets it. Nothing here is written to the tenant."),
        )
        self._texts = Texts()
        self._theirs: dict[TemplateType, str] = {}
        self._read: set[TenantPath] = set()
        self._types = TypeList()
        self._preview = PreviewBox()
        self._pricer = Pricer(tools, self._preview, self)
        self._looker = Looker(tools.jobs, self)
        self._editor = TemplateEditor(self.tr("Text"), name="lab_text", lines=5)
        self._compared = CompareBox()
        self._use = BusyButton(self.tr("Use both texts in Setup"), name="lab_use")
        self._compare = BusyButton(self.tr("Compare with the tenant"), name="lab_compare", primary=False)
        self._reset = self._editor.add_tool("reset", self.tr("Reset to Auth0's default"))
        self._notes = NoteList(name="lab_notes", after=self._reset)
        self._meaning = TextLabel("", "hint")
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        bench = Workbench(self._types)
        for button in (self._compare, self._use):
            button.keep_no_room()
        for part in (self._meaning, self._editor, self._notes, self._compared, self._compare, self._use):
            bench.column.addWidget(part)
        bench.column.addStretch(1)
        self.body.addWidget(bench)
        self.set_aside(self._preview)
        self._editor.offer("own", self.tr("Textfactor's suggestion"), self._suggested)
        self._vendor = self._editor.offer("vendor", self.tr("Auth0's default"), self._default)
        self._now = self._editor.offer("now", self.tr("What the tenant has now"), self._tenants)

    def _connect(self) -> None:
        self._types.chosen.connect(self._show_kind)
        self._editor.changed.connect(self._typed)
        self._preview.changed.connect(self._look)
        self._looker.seen.connect(self._seen)
        self._notes.fix_wanted.connect(self._fix)
        self._notes.place_wanted.connect(self._show_place)
        self._reset.clicked.connect(self._put_default)
        self._compare.clicked.connect(self._read_tenant)
        self._compared.take_wanted.connect(self._take_tenants)
        self._use.clicked.connect(self._hand_over)

    def showEvent(self, event: QShowEvent) -> None:
        """Setup may have learnt of a tenant, or of other texts, meanwhile."""
        super().showEvent(event)
        self._follow()

    def refresh(self) -> None:
        """Another world: what was read of a tenant or an account is not this one's."""
        self._theirs.clear()
        self._read.clear()
        self._pricer.forget()
        path = self.tools.answers().tenant_path
        if path is not None and path is not self._types.kind().path:
            self._types.show_kind(login_type(path))
        self._follow()

    # ------------------------------------------------------------ one message

    @property
    def _kind(self) -> TemplateType:
        return self._types.kind()

    def _follow(self) -> None:
        answers = self.tools.answers()
        self._texts.follow(answers)
        self._preview.phone.set_sender(answers.sender or EXAMPLE_NAME)
        self._show_kind(self._kind)

    def _show_kind(self, kind: TemplateType) -> None:
        self._editor.set_path(kind.path)
        self._editor.set_has_code(yes=kind.has_code)
        self._editor.set_label(tr_text(type_name(kind)))
        self._editor.set_text(self._texts.text(kind))
        meaning = self.tr("{meaning} Auth0 calls it {name}.")
        self._meaning.setText(fill(meaning, meaning=tr_text(type_meaning(kind)), name=kind.value))
        self._use.setVisible(kind.needs_code)
        self._show_tenants()
        if self.isVisible():
            self._look()

    def _typed(self, text: str) -> None:
        self._texts.write(self._kind, text)
        self._show_tenants()
        self._look()

    def _look(self) -> None:
        answers, observed = self.tools.answers(), self.tools.world.observed
        known = observed is not None and observed.domain == answers.domain
        tenant = observed.friendly_name if observed is not None and known else ""
        shown = self._preview.shown(self._kind, tenant or EXAMPLE_NAME, answers.domain)
        self._looker.want(self._editor.text(), shown)

    def _seen(self, seen: Look) -> None:
        self._editor.mark(seen.notes)
        told = fill(self.tr("{counts}, {n} left"), counts=counts(seen.measured), n=seen.measured.units_left)
        self._editor.set_hint(told if seen.text else self.tr("Nothing would be sent"))
        self._notes.show_notes(tuple((note, mended(seen.source, note) is not None) for note in seen.notes))
        self._preview.show_look(seen)
        self._pricer.show(seen.measured.parts if seen.text else 0)

    def _fix(self, note: LintNote) -> None:
        better = mended(self._editor.text(), note)
        self._editor.focus()
        if better is not None:
            self._editor.put(better)

    def _show_place(self, note: LintNote) -> None:
        self._editor.select(note.places[0])

    # ------------------------------------------------------------ texts to start from

    def _suggested(self) -> str:
        return SUGGESTED_TEXTS[self._kind]

    def _default(self) -> str:
        return VENDOR_TEXTS[self._kind]

    def _tenants(self) -> str:
        return self._theirs[self._kind]

    def _put_default(self) -> None:
        self._editor.focus()
        self._editor.put(self._default())

    # ------------------------------------------------------------ the tenant's

    def _read_tenant(self) -> None:
        answers, workspace = self.tools.answers(), self.tools.world.workspace
        if workspace is None or not answers.domain:
            self.callout.show_message(
                "info",
                self.tr("No tenant yet"),
                self.tr("Once Setup has reached a tenant, its texts can be read from here."),
            )
            self.callout.add_action(self.tr("Go to Setup"), self._to_setup, name="lab_to_setup")
            return
        self.callout.clear()
        path = self._kind.path
        self.work.run(
            reading(workspace, answers, path), partial(self._tenant_read, path), button=self._compare
        )

    def _tenant_read(self, path: TenantPath, texts: dict[TemplateType, str]) -> None:
        self._read.add(path)
        self._theirs.update(texts)
        self._show_tenants()

    def _show_tenants(self) -> None:
        kind = self._kind
        default = kind in VENDOR_TEXTS
        self._vendor.setEnabled(default)
        self._reset.setEnabled(default)
        self._reset.setToolTip(
            "" if default else self.tr("Auth0's default is not on record: compare with a tenant that has it.")
        )
        self._now.setEnabled(kind in self._theirs)
        if kind.path in self._read:
            self._compared.show_comparison(self._theirs.get(kind), self._editor.text())
        else:
            self._compared.hide()

    def _take_tenants(self) -> None:
        self._editor.focus()
        self._editor.put(self._tenants())

    # ------------------------------------------------------------ into the setup

    def _hand_over(self) -> None:
        """Look at both texts beside the window, then hand them over."""
        self.callout.clear()
        wanted = self.tools.answers().tenant_path or TenantPath.UNIFIED
        enroll, verify = self._texts.for_setup(self._kind.path, wanted)
        self.work.run(handing(wanted, enroll, verify), self._handed, button=self._use)

    def _handed(self, looks: tuple[Look, Look]) -> None:
        for seen in looks:
            bad = next((note for note in seen.notes if note.bars), None)
            if bad is not None:
                title = fill(
                    self.tr("{name}: this text cannot be used"), name=tr_text(type_name(seen.shown.kind))
                )
                self.callout.show_message("error", title, tr_text(explain_note(bad)))
                self.reveal(self.callout)
                return
        if not self.tools.use_texts(looks[0].source, looks[1].source):
            told = self.tr("Setup is busy, or has applied its plan already. Set up anew to change the texts.")
            self.callout.show_message("warning", self.tr("Setup cannot take the texts now"), told)
        else:
            told = self.tr("They are written to the tenant when you apply the plan.")
            self.callout.show_message("ok", self.tr("Setup has both texts"), told)
        self.callout.add_action(self.tr("Go to Setup"), self._to_setup, name="lab_to_setup")
        self.reveal(self.callout)

    def _to_setup(self) -> None:
        self.tools.open_panel("setup")
