"""The kept copy of a voted draft, judged before it is read: is it there, is it the one voted, are its data its own?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts import KeptText
from generator.canonical_json import digest_of
from generator.findings import Finding, Path, Places
from generator.messages import votes
from generator.messages.message import InFull


def path_of(kept: KeptText) -> Path:
    """Return where the action says which draft was voted."""
    return ("deliberations", kept.rank, "texte_approuve")


def faults_of_copy(kept: KeptText, places: Places) -> list[Finding]:
    """Judge the copy itself.

    Args:
        kept: the kept copy.
        places: where the action's values stand.
    """
    path = path_of(kept)
    if kept.file is None:
        return [votes.NO_COPY.at(places[path], path)]
    if kept.content is None:
        return [unreadable_copy(kept, places)]
    found = digest_of(kept.content)
    if kept.digest is None:
        return [votes.NO_DIGEST.at(places[path], path, trouvee=InFull(found))]
    if found != kept.digest:
        here = (*path, "sha256")
        return [votes.OTHER_COPY.at(places[here], here, trouvee=InFull(found))]
    return []


def unreadable_copy(kept: KeptText, places: Places) -> Finding:
    """Say that a kept copy is not there, or is no Word document."""
    here = (*path_of(kept), "fichier")
    return votes.COPY_NOT_FOUND.at(places[here], here, fichier=InFull(str(kept.file)))


def faults_of_data(kept: KeptText, places: Places) -> Iterator[Finding]:
    """Judge the data kept with a copy that is sound: unchanged, readable, and those of this very copy.

    Where data cannot be relied upon, the comparison rests on the text alone: that is said.
    """
    path = path_of(kept)
    file = InFull(str(kept.data_file))
    if kept.data is None and kept.data_digest is None:
        yield votes.NO_DATA.at(places[path], path)
    elif kept.data is None:
        yield votes.LOST_DATA.at(places[path], path, fichier=file)
    elif kept.data_digest is None:
        yield votes.NO_DATA_DIGEST.at(places[path], path, trouvee=InFull(digest_of(kept.data)))
    elif digest_of(kept.data) != kept.data_digest:
        here = (*path, "sha256_donnees")
        yield votes.OTHER_DATA.at(places[here], here, fichier=file)
    elif kept.content is None or kept.substance is None or kept.described != digest_of(kept.content):
        yield votes.OTHER_DATA.at(places[path], path, fichier=file)
