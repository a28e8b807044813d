"""Publishing a package: a folder that appears by one rename, is never replaced, and is not made twice.

A package whose manifest is that of the last one is the last one, as long as nobody changed a file of it: whoever tries
again gets the same folder. Each original is a file of its own, not a second name of one: an editor that writes into one
would change them all, and links are lost, or refused, where a package is copied to.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator.artifacts import MANIFEST, SIGNATURE, Package
from generator.findings import Finding, Place
from generator.messages import outputs
from generator.messages.message import InFull
from generator.publish.whole_files import flush_file, flush_folder, folder_in_the_making, holds

_NAME = "dossier-v{}"
_PUBLISHED = re.compile(r"dossier-v([1-9][0-9]*)", re.IGNORECASE)


def publish_package(package: Package, folder: Path) -> tuple[Path, list[Finding]]:
    """Publish a package as the next ``dossier-v<n>`` of a folder, unless the last one is this very package.

    Args:
        package: its files.
        folder: the action's folder, e.g. ``output/2017/2017-01``.

    Returns:
        The package's folder, and a finding when the last one was this package and was changed since.

    Raises:
        OSError: the disk refused; nothing was published.
    """
    number = _last_number(folder)
    if _is_published(package, folder / _NAME.format(number)):
        return folder / _NAME.format(number), []
    with folder_in_the_making(folder) as draft:
        _write(package.files, draft)
        while True:
            target = folder / _NAME.format(number + 1)
            if _is_renamed(draft, target):
                flush_folder(folder)
                return target, _edited(package, folder / _NAME.format(number))
            number = _last_number(folder)
            if _is_published(package, last := folder / _NAME.format(number)):  # another process was faster
                shutil.rmtree(draft)
                return last, []


def _last_number(folder: Path) -> int:
    """Return the number of the last package of a folder, 0 when there is none."""
    if not folder.is_dir():
        return 0
    names = map(_PUBLISHED.fullmatch, os.listdir(folder))  # noqa: PTH208 - names alone
    return max((int(name[1]) for name in names if name), default=0)


def _is_published(package: Package, folder: Path) -> bool:
    """Whether a folder holds this package: its files to the byte, and its signature if it has one."""
    return _is_same(package, folder) and _first_difference(package, folder) is None


def _edited(package: Package, folder: Path) -> list[Finding]:
    """Tell that a folder was this package, and that a file of it was changed or removed since."""
    changed = _first_difference(package, folder) if _is_same(package, folder) else None
    return [outputs.EDITED_PACKAGE.at(Place(folder.as_posix()), fichier=InFull(changed))] if changed else []


def _is_same(package: Package, folder: Path) -> bool:
    """Whether a folder was published as this package: its manifest is this one’s, and so is the signature asked for."""
    named = (name for name in (MANIFEST, SIGNATURE) if name in package.files)
    return MANIFEST in package.files and all(holds(folder / name, package.files[name]) for name in named)


def _first_difference(package: Package, folder: Path) -> str | None:
    """Return the first path of a package that a folder does not hold, to the byte, as a file of its own."""
    paths = ((name, folder / name) for name in sorted(package.files))
    return next(
        (name for name, path in paths if path.is_symlink() or not holds(path, package.files[name])),
        None,
    )


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files, then flush them all, then the folders that hold them: the system gathers what it has to write."""
    folders = {parent for name in files for parent in PurePosixPath(name).parents}
    for parent in sorted(folders - {PurePosixPath()}):
        (folder / parent).mkdir()
    for name, content in files.items():
        with Path(folder, name).open("xb") as file:
            file.write(content)
    for name in files:
        flush_file(folder / name)
    for parent in folders:
        flush_folder(folder / parent)


def _is_renamed(draft: Path, target: Path) -> bool:
    """Give a finished folder its name; False when something has it, or gets it at that moment.

    Raises:
        OSError: the disk refused.
    """
    if os.path.lexists(target):
        return False
    try:
        draft.rename(target)
    except FileExistsError:
        return False
    except OSError:
        if not os.path.lexists(target):
            raise
        return False
    return True
