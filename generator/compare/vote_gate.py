"""The voted text is the signed text: what differs between the draft that an assembly approved and the final act.

Parties, object, amounts and term cannot change after the vote, and no waiver lifts that; any other difference is listed
for the lawyer. Texts are compared paragraph by paragraph, in the words that a reader sees.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.artifacts import KeptText, Substance
from generator.findings import Finding, Places
from generator.messages import votes
from generator.messages.message import InFull

_AMOUNT = re.compile(r"\d{1,3}(?:\s\d{3})*,\d{2}\s(?:€|[A-Z]{3}\b)")
_WORDED_AMOUNT = re.compile(rf"{_AMOUNT.pattern}(?: \([^)]*\))?")
_ENGAGED = re.compile(r"ci-après désignée?s? « ([^»]+) »")
_ENDS = re.compile(r"\s*(?:[.;,)]|$)", re.MULTILINE)
_HEADING = re.compile(r"^(?:Article (?:1er|\d+)|Annexe \d+) – .+$")
_BY_HAND = re.compile(r"…{2,}")
_SHOWN = 110


@dataclass(frozen=True, slots=True)
class ActToSign:
    """The final act: its text, one paragraph a line, and what in it cannot change after the vote."""

    text: str
    substance: tuple[Substance, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph that is not the same in two texts: where, what one says, what the other says."""

    where: str
    before: str
    after: str

    def __str__(self) -> str:
        """« ancien » devient « nouveau », or what was added or removed."""
        if not self.after:
            return f"« {_excerpt(self.before, 0)} » a disparu"
        if not self.before:
            return f"« {_excerpt(self.after, 0)} » est ajouté"
        pairs = enumerate(zip(self.before, self.after, strict=False))
        first = next((rank for rank, (old, new) in pairs if old != new), 0)
        return f"« {_excerpt(self.before, first)} » devient « {_excerpt(self.after, first)} »"


def faults_of_copy(kept: KeptText, places: Places) -> list[Finding]:
    """Judge a kept copy before it is read: is it there, and is it the one that was voted?"""
    path = ("deliberations", kept.rank, "texte_approuve")
    if kept.file is None:
        return [votes.NO_COPY.at(places[path], path)]
    if kept.content is None:
        return [votes.COPY_NOT_FOUND.at(places[(*path, "fichier")], (*path, "fichier"), fichier=InFull(kept.file))]
    found = hashlib.sha256(kept.content).hexdigest()
    if kept.digest is None:
        return [votes.NO_DIGEST.at(places[path], path, trouvee=InFull(found))]
    return (
        []
        if found == kept.digest
        else [votes.OTHER_COPY.at(places[(*path, "sha256")], (*path, "sha256"), trouvee=InFull(found))]
    )


def unreadable_copy(kept: KeptText, places: Places) -> Finding:
    """Say that a kept copy is no Word document."""
    return votes.COPY_NOT_FOUND.at(
        places[("deliberations", kept.rank, "texte_approuve", "fichier")],
        ("deliberations", kept.rank, "texte_approuve", "fichier"),
        fichier=InFull(str(kept.file)),
    )


def changes_since_vote(kept: KeptText, voted: str, act: ActToSign, of_whom: str, places: Places) -> list[Finding]:
    """List what differs between the voted draft and the act to sign.

    Args:
        kept: the kept copy.
        voted: its text, one paragraph a line.
        act: the act to sign.
        of_whom: the party, after « de ».
        places: where the action's values stand.

    Returns:
        An error for each change of substance, a warning for each other difference.
    """
    path = ("deliberations", kept.rank, "texte_approuve")
    before, after = _plain(voted), _plain(act.text)
    findings = [
        votes.NOT_VOTED.at(
            places[path], path, quoi=InFull(item.what), mots=InFull(_plain(item.words)), de=InFull(of_whom)
        )
        for item in act.substance
        if not _says(before, item)
    ]
    findings += [
        message.at(places[path], path, mots=InFull(words))
        for message, pattern, one, other in (
            (votes.AMOUNT_GONE, _AMOUNT, before, after),
            (votes.AMOUNT_NOT_VOTED, _AMOUNT, after, before),
            (votes.PARTY_GONE, _ENGAGED, before, after),
        )
        for words in _only_in(one, other, pattern)
    ]
    findings += [
        votes.AMOUNTS_EXCHANGED.at(places[path], path, mots=InFull(line), avant=InFull(old), apres=InFull(new))
        for line, old, new in _lines_of_other_amounts(before, after)
    ]
    findings += [
        votes.OTHER_WORDS.at(places[path], path, lieu=InFull(difference.where), difference=InFull(str(difference)))
        for difference in differences(before, after)
    ]
    return findings


def differences(before: str, after: str) -> Iterator[Difference]:
    """Yield the paragraphs that differ, with the heading above; what is filled in by hand is passed over."""
    old, new = _paragraphs(before), _paragraphs(after)
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            where = _heading_above(new, new_start)
            yield from _paired(old[old_start:old_end], new[new_start:new_end], where)


def _says(text: str, item: Substance) -> bool:
    """Whether a text says something in the same words; of a whole sentence, whether nothing goes on after them."""
    words = _plain(item.words)
    return any(not item.is_whole or _ENDS.match(text, found.end()) for found in re.finditer(re.escape(words), text))


def _only_in(text: str, other: str, pattern: re.Pattern[str]) -> list[str]:
    """Return what a pattern finds in a text and not in the other, once each, in order."""
    elsewhere = set(pattern.findall(other))
    return [words for words in dict.fromkeys(pattern.findall(text)) if words not in elsewhere]


def _lines_of_other_amounts(before: str, after: str) -> Iterator[tuple[str, str, str]]:
    """Yield the lines that say in both texts the same, but for their amounts: amounts exchanged are changed, too."""
    old, new = _amounts_by_line(before), _amounts_by_line(after)
    for line, amounts in old.items():
        if line in new and new[line] != amounts:
            yield line, ", ".join(amounts), ", ".join(new[line])


def _amounts_by_line(text: str) -> dict[str, list[str]]:
    """Return the amounts of each line, the words around them as key; a line of amounts alone says nothing."""
    found: dict[str, list[str]] = {}
    for line in _paragraphs(text):
        words = _WORDED_AMOUNT.sub("…", line)
        if words != line and words.strip("… "):
            found.setdefault(words, []).extend(_AMOUNT.findall(line))
    return found


def _paired(old: Sequence[str], new: Sequence[str], where: str) -> Iterator[Difference]:
    for rank in range(max(len(old), len(new))):
        yield Difference(where, old[rank] if rank < len(old) else "", new[rank] if rank < len(new) else "")


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line and not _BY_HAND.search(line)]


def _heading_above(paragraphs: Sequence[str], rank: int) -> str:
    above = (paragraphs[index] for index in range(min(rank, len(paragraphs) - 1), -1, -1))
    return next((f"sous « {line} »" for line in above if _HEADING.match(line)), "avant le premier article")


def _plain(text: str) -> str:
    """Fold spaces inside each line, so that a no-break space is no difference."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def _excerpt(text: str, position: int) -> str:
    """Show a paragraph around a position, from the start of a word, with « … » where it is cut."""
    if len(text) <= _SHOWN:
        return text
    start = text.rfind(" ", 0, max(position - _SHOWN // 3, 0)) + 1
    end = start + _SHOWN
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
