"""The workspace: where a legal service keeps its inputs, its templates and its outputs."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

DATA_SUFFIX = ".donnees.json"
"""Ending of the file that holds, beside a draft, what the draft settles."""

DRAFTS = "projets"
FINALS = "definitifs"
"""Folders of an action’s outputs: its drafts, and the final documents that are made one kind at a time."""

PROGRAMME_OUTPUTS = "programme"
"""Folder, among those of a year’s actions, of the documents of the year itself."""

LEDGERS = ".parafe"
"""Folder, in that of a year’s outputs, of what the program keeps for itself."""

_EVENTS_SUFFIX = ".evenements"
YAML_SUFFIXES = frozenset({".yaml", ".yml"})
"""Endings of the forms that can be read."""

WORKBOOK_SUFFIX = ".xlsx"
_FORMS = (*sorted(YAML_SUFFIXES), WORKBOOK_SUFFIX)
_PICTURES = frozenset({".png", ".jpg", ".jpeg"})
_PROGRAMME = "programme"
_YEAR = re.compile(r"[0-9]{4}")
_UNWRITABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_WINDOWS_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Workspace:
    """The layout of a workspace under its root folder; it knows paths, it reads no file's content.

    Attributes:
        root: its folder.
        cache: where what is dear is kept for the next run, if anywhere: a folder of the user's own.
    """

    root: Path
    cache: Path | None = None

    @property
    def conventions(self) -> Path:
        """Folder of the framework conventions and of their events."""
        return self.root / "inputs" / "conventions"

    @property
    def references(self) -> Path:
        """Folder of the statutes."""
        return self.root / "inputs" / "references"

    @property
    def allowance_tables(self) -> Path:
        """Folder of the dated tables."""
        return self.root / "inputs" / "baremes"

    @property
    def logos(self) -> Path:
        """Folder of the logos."""
        return self.root / "inputs" / "logos"

    @property
    def rule_settings(self) -> Path:
        """File of how the workspace weighs rules."""
        return self.root / "inputs" / "regles.yaml"

    @property
    def templates(self) -> Path:
        """Folder of the document kinds."""
        return self.root / "templates"

    @property
    def clauses(self) -> Path:
        """Folder of the clauses that several kinds include."""
        return self.templates / "clauses"

    @property
    def shared_folders(self) -> tuple[Path, ...]:
        """Folders of what all actions share; a framework convention concerns its own actions alone."""
        return (self.references, self.allowance_tables, self.logos, self.templates)

    def framework(self, identifier: str) -> Path:
        """File of a framework convention."""
        return self.conventions / f"{identifier}.yaml"

    def events(self, identifier: str) -> Path:
        """File of what happened to a framework convention."""
        return self.conventions / f"{identifier}{_EVENTS_SUFFIX}.yaml"

    def year(self, year: str) -> Path:
        """Folder of a year's inputs."""
        return self.root / "inputs" / year

    @property
    def kept_templates(self) -> Path | None:
        """Where compiled templates are kept, if anywhere."""
        return self.cache / "modeles" if self.cache else None

    @property
    def kept_trees(self) -> Path | None:
        """Where what was read of forms is kept, if anywhere."""
        return self.cache / "formulaires" if self.cache else None

    @property
    def outputs(self) -> Path:
        """Folder of what is made."""
        return self.root / "output"

    def output(self, number: str) -> Path:
        """Folder of an action's outputs, in the folder of the year that its number starts with."""
        return self.outputs / year_of(number) / number

    def votes(self, number: str, party: str, day: date) -> Path:
        """Folder of what the assembly of a party approved on a day for an action."""
        return self.root / "votes" / number / f"{party}-{day.isoformat()}"

    def kind(self, name: str) -> Path:
        """Folder of a document kind."""
        return self.templates / name

    def framework_ids(self) -> tuple[str, ...]:
        """Identifiers of the framework conventions, sorted."""
        return tuple(path.stem for path in _yaml_files(self.conventions) if not path.stem.endswith(_EVENTS_SUFFIX))

    def reference_files(self) -> tuple[Path, ...]:
        """Files of statutes, sorted."""
        return _yaml_files(self.references)

    def allowance_files(self) -> tuple[Path, ...]:
        """Files of dated tables, sorted."""
        return _yaml_files(self.allowance_tables)

    def logo_files(self) -> tuple[Path, ...]:
        """Files of the logos, sorted; each bears the identifier of the body whose it is."""
        return tuple(sorted(path for path in self.logos.glob("*") if path.suffix.lower() in _PICTURES))

    def kinds(self) -> tuple[Path, ...]:
        """Folders of the document kinds, sorted: those with a ``document.yaml``."""
        return tuple(sorted(path.parent for path in self.templates.glob("*/document.yaml")))

    def name_of(self, path: Path) -> str:
        """How findings name a file: relative to the workspace, else to the current folder, with ``/``, on one line."""
        absolute = _absolute(path)
        for base in (_absolute(self.root), Path.cwd()):
            if absolute.is_relative_to(base):
                absolute = absolute.relative_to(base)
                break
        return _UNWRITABLE.sub("\ufffd", absolute.as_posix())


def own_cache() -> Path | None:
    """Return where what is dear is kept for this user (XDG Base Directory Specification), if anywhere."""
    if not hasattr(os, "geteuid"):  # Windows: nothing tells whose a file is
        return None
    try:
        base = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(base) if Path(base).is_absolute() else Path.home() / ".cache") / "parafe"
    except RuntimeError:  # a user without a home
        return None


def programme_in(folder: Path) -> Path:
    """File of the programme in a year's folder."""
    return folder / f"{_PROGRAMME}.yaml"


def workbook_in(folder: Path) -> Path:
    """File of the workbook that may stand for all the forms of a year's folder."""
    return folder / f"{_PROGRAMME}{WORKBOOK_SUFFIX}"


def actions_in(folder: Path) -> tuple[Path, ...]:
    """Files of the actions in a year's folder, sorted; the programme is none.

    A form of another extension counts too: the loader reads it or says why not, and no action is left out unseen.
    """
    forms = (path for suffix in _FORMS for path in folder.glob(f"*{suffix}") if not path.name.startswith("~$"))
    return tuple(sorted(path for path in forms if path != programme_in(folder)))


def forms_in(home: Path) -> tuple[Path, ...]:
    """Return the files of the forms of a year: those of its folder, or its workbook alone."""
    return (home,) if home.suffix == WORKBOOK_SUFFIX else actions_in(home)


def forms_of_one_number(paths: Iterable[Path]) -> dict[Path, tuple[Path, ...]]:
    """Find the forms whose documents would have one folder: a form’s name is the number of its action.

    Returns:
        Each such form, with the others of its number.
    """
    by_number: dict[str, list[Path]] = defaultdict(list)
    for path in dict.fromkeys(paths):
        by_number[number_in(path).casefold()].append(path)
    return {
        path: tuple(other for other in group if other != path)
        for group in by_number.values()
        if len({path.absolute() for path in group}) > 1
        for path in group
    }


def is_row(form: Path) -> bool:
    """Whether a form is an action of a workbook: it is named ``programme.xlsx/2018-03``."""
    return form.parent.suffix == WORKBOOK_SUFFIX


def year_home(form: Path) -> Path:
    """Return what holds the year of an action: its folder; a workbook that has not the name of the folder’s own."""
    folder = form.parent
    return folder.parent if is_row(form) and folder == workbook_in(folder.parent) else folder


def year_folder(home: Path) -> Path:
    """Return the folder of a year that a folder or a workbook holds."""
    return home.parent if home.suffix == WORKBOOK_SUFFIX else home


def number_in(form: Path) -> str:
    """Return the number of the action that a form is named after."""
    return form.name if is_row(form) else form.stem


def year_of(number: str) -> str:
    """Return the year that an action’s number starts with: ``2017`` for ``2017-01``."""
    return number.split("-", 1)[0]


def former_year(folder: Path) -> Path:
    """Return the folder of the year before a year’s, there or not; one that is not there when its name is no year."""
    return folder.with_name(str(int(folder.name) - 1)) if is_year_folder(folder.name) else folder / "avant"


def is_year_folder(name: str) -> bool:
    """Whether a folder's name is a year."""
    return _YEAR.fullmatch(name) is not None


def is_reserved_name(identifier: str) -> bool:
    """Whether Windows refuses, or silently changes, a file of that name."""
    return identifier.endswith(".") or _WINDOWS_RESERVED.fullmatch(identifier) is not None


def names_in(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the names in a folder by what they are without case; none where it cannot be listed."""
    names: dict[str, tuple[str, ...]] = {}
    try:
        for name in (entry.name for entry in folder.iterdir()):
            names[name.casefold()] = (*names.get(name.casefold(), ()), name)
    except (OSError, ValueError):
        return {}
    return names


def case_twin(path: Path, names: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the name of a file beside ``path`` that differs from it by letter case only, or None.

    Args:
        path: the file.
        names: those of its folder, as :func:`names_in` gives them.
    """
    return min((name for name in names.get(path.name.casefold(), ()) if name != path.name), default=None)


def is_there(path: Path) -> bool:
    """Whether something has that name, be it a link to nothing; False when the system refuses the name itself."""
    return os.path.lexists(path)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def _yaml_files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*.yaml")))
