"""The register of acts: an index of what stands in ``output/``, brought up to date, and written as a table."""

from __future__ import annotations

from pathlib import Path

from generator.findings import Place
from generator.messages import outputs
from generator.outcome import Outcome
from generator.publish.whole_files import holds, write_file
from generator.register import ActsIndex
from generator.register.register_table import register_file
from generator.workspace import Workspace


def export_register(
    file: Path, workspace: Workspace, output: Path | None = None, *, overwrite: bool = False
) -> Outcome:
    """Write the register of acts as a table.

    Args:
        file: where; its ending says how, and is one of ``SUFFIXES``.
        workspace: where the acts stand.
        output: the folder of outputs, instead of the workspace's own.
        overwrite: replace another file of that name.

    Raises:
        OSError: the disk refused.
    """
    with ActsIndex(output or workspace.outputs) as index:
        index.refresh()
        content = register_file(list(index.rows()), file.suffix.lower())
    if not holds(file, content):
        if file.exists() and not overwrite:
            taken = outputs.REGISTER_NOT_REPLACED.at(Place(workspace.name_of(file)))
            return Outcome(file, (taken,), done=False)
        write_file(file, content)
    return Outcome(file, produced=(file,))


def rebuild_register(workspace: Workspace, output: Path | None = None) -> int:
    """Read all that the register stands on again, and return how many acts it has.

    Args:
        workspace: where the acts stand.
        output: the folder of outputs, instead of the workspace's own.

    Raises:
        OSError: the disk refused; the index stands as it was.
    """
    with ActsIndex(output or workspace.outputs) as index:
        index.refresh(anew=True)
        return sum(1 for _ in index.rows())
