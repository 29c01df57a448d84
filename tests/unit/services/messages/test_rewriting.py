"""Texts changed at a click."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textfactor.domain.answers import TenantPath
from textfactor.domain.sms_text import is_gsm7
from textfactor.domain.templates import LintKind, TemplateType
from textfactor.services.messages.lint import lint
from textfactor.services.messages.rewriting import mended, safe_source, translated
from textfactor.services.messages.spans import Sort, spans

UNIFIED, LEGACY = TenantPath.UNIFIED, TenantPath.LEGACY


@pytest.mark.parametrize(
    ("source", "safe"),
    [
        ("“{{ code }}” – it’s １２", '"{{ code }}" - it\'s 12'),
        ("{{ code | default: '“' }} “", "{{ code | default: '“' }} \""),
        ("{% if locale == 'é…' %}ç{% endif %}", "{% if locale == 'é…' %}c{% endif %}"),
        ("{% comment %}“{% endcomment %}…", "{% comment %}“{% endcomment %}..."),
        ("{% raw %}{{ “ }}{% endraw %}", '{% raw %}{{ " }}{% endraw %}'),
        ("plain {{ code }}", "plain {{ code }}"),
        ("｛｛ code ｝｝{{ code }}", "(( code )){{ code }}"),
        ("{{ code }} 🎉", None),
        ("{％ if x %} {{ code }}", None),
    ],
)
def test_rewriting_leaves_liquid_to_the_letter(source: str, safe: str | None) -> None:
    assert safe_source(source) == safe


def test_what_has_no_stand_in_can_be_left_out() -> None:
    assert safe_source("“{{ code }}” 🎉 now 🎉", drop=True) == '"{{ code }}" now '
    assert safe_source("日 {{ code }}", drop=True) == " {{ code }}"


PIECES = st.lists(
    st.sampled_from(["{{ code }}", "{{", "}}", "{%", "%}", "“", "｛", "％", "🎉", "é", "ç", " ", "if", "{% raw %}",
                     "{% endraw %}", "{% comment %}", "{% endcomment %}", "％｝", "{"]),
    max_size=12,
).map("".join)  # fmt: skip


@given(PIECES, st.booleans())
def test_a_rewrite_is_the_same_template_with_other_words(source: str, drop: bool) -> None:
    safe = safe_source(source, drop=drop)
    if safe is None:
        return
    tags = [source[s.start : s.end] for s in spans(source) if s.sort is not Sort.TEXT]
    assert [safe[s.start : s.end] for s in spans(safe) if s.sort is not Sort.TEXT] == tags
    assert all(is_gsm7(safe[s.start : s.end]) for s in spans(safe) if s.sort is Sort.TEXT)


@given(PIECES | st.text(max_size=60))
def test_the_spans_cover_a_template(source: str) -> None:
    assert "".join(source[span.start : span.end] for span in spans(source)) == source


@pytest.mark.parametrize(
    ("source", "path", "there"),
    [
        ("{{code}} {{tenant.friendly_name | escape}}", UNIFIED, "{{code}} {{friendly_name | escape}}"),
        ("{{ tenant.friendlyName }}{{requestInfo.lang}}", UNIFIED, "{{ friendly_name }}{{locale}}"),
        ("{{friendly_name}}{{tenant.friendlyName}}", LEGACY, "{{tenant.friendly_name}}{{tenant.friendly_name}}"),
        ("{% if friendly_name == 'friendly_name' %}friendly_name{% endif %}", LEGACY,
         "{% if tenant.friendly_name == 'friendly_name' %}friendly_name{% endif %}"),
        ("{{ user.friendly_name }} {{ message_type }}", UNIFIED, "{{ user.friendly_name }} {{ message_type }}"),
        ("{{ friendly_name", LEGACY, "{{ friendly_name"),
    ],
)  # fmt: skip
def test_translating(source: str, path: TenantPath, there: str) -> None:
    assert translated(source, path) == there
    assert translated(there, path) == there


@pytest.mark.parametrize("path", TenantPath)
def test_there_and_back(path: TenantPath) -> None:
    other = LEGACY if path is UNIFIED else UNIFIED
    source = translated("{{ code }} for {{ friendly_name }}", path)
    assert translated(translated(source, other), path) == source


@pytest.mark.parametrize(
    ("source", "kind", "better"),
    [
        ("{{ code }} {{ tenant.friendly_name }}", LintKind.LEGACY_VARIABLE, "{{ code }} {{ friendly_name }}"),
        ("{{ code }} {{ cod }}{{ cod }}", LintKind.UNKNOWN_VARIABLE, "{{ code }} {{ code }}{{ code }}"),
        ("“{{ code }}”", LintKind.NOT_GSM7, '"{{ code }}"'),
        ("{{ code }} 🎉", LintKind.NOT_GSM7, "{{ code }}"),
        ("{{ code }}🎉 ", LintKind.NOT_GSM7, "{{ code }} "),
        (" Hello", LintKind.NO_CODE, "{{ code }} Hello"),
        ("{{ code }} ok\n", LintKind.ORIGIN_BOUND, "{{ code }} ok\n\n@a.example #{{ code }}"),
        ("{{ code }} {{ message_type }}", LintKind.LEGACY_VARIABLE, None),
        ("{{ code }} acme.com", LintKind.LINK, None),
    ],
)
def test_mending(source: str, kind: LintKind, better: str | None) -> None:
    note = next(note for note in lint(source, domain="a.example") if note.kind is kind)
    assert mended(source, note) == better
    if better is not None:
        assert kind not in {note.kind for note in lint(better, domain="a.example")}


def test_the_reverse_is_mended_as_well() -> None:
    source = "{{ code }} {{ friendly_name }}"
    note = lint(source, TemplateType.VERIFICATION)[0]
    assert mended(source, note) == "{{ code }} {{ tenant.friendly_name }}"
