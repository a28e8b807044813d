"""Findings as a list of a page: how much each weighs, where it stands, the text at stake, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from generator.findings import Finding, Severity, by_place, dotted
from generator.reports.hypertext import said, sentence, written

SEVERITY_NAMES: Final[Mapping[Severity, tuple[str, str]]] = {
    Severity.ERROR: ("erreur", "erreurs"),
    Severity.WARNING: ("avertissement", "avertissements"),
    Severity.WAIVED: ("dérogation", "dérogations"),
    Severity.INFORMATION: ("information", "informations"),
}
"""How findings are called, one and several."""


def finding_list(findings: Iterable[Finding], counts: Mapping[Finding, int] | None = None) -> Iterator[str]:
    """Write findings by place.

    Args:
        findings: what to write.
        counts: for findings that actions share, how many actions have each.
    """
    yield '<ul class="constats">'
    for finding in by_place(findings):
        kind = "erreur" if finding.severity is Severity.ERROR else "autre"
        yield f'<li class="{kind}"><p><span class="poids">{said(finding.severity.value.capitalize())}</span> '
        yield f"<code>{written(finding.code)}</code> {sentence(finding.message)}</p>\n"
        yield f'<p class="lieu">{said("Où :")} {_place(finding)}{_actions(finding, counts or {})}</p>\n'
        if finding.citation:
            yield f'<p class="texte">{said("Texte :")} {sentence(finding.citation)}</p>\n'
        if finding.fix:
            yield f"<p>{said('À faire :')} {sentence(finding.fix)}</p>"
        yield "</li>\n"
    yield "</ul>\n"


def _place(finding: Finding) -> str:
    path = f" – <code>{written(dotted(finding.path))}</code>" if finding.path else ""
    return f"{written(str(finding.place))}{path}"


def _actions(finding: Finding, counts: Mapping[Finding, int]) -> str:
    count = counts.get(finding, 0)
    return f" – {count} action{'s' if count > 1 else ''}" if count else ""
