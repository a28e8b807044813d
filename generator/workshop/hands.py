"""Who does the work: this process, others that share the disk, or workers far away. What comes of it is the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.spreading import Crew, Lost, spread
from generator.workshop.bench import Bench, Made, Task, put_down, warm_up, worked
from generator.workshop.far import far_worked, parcel_of, sent


def work_through(forms: Sequence[Path], folder: Path, bench: Bench, crew: Crew | None) -> Iterator[Made | Lost[Path]]:
    """Take actions as far as the bench says, and yield them in the order of their forms.

    Args:
        forms: the files of the actions.
        folder: that of the year's inputs.
        bench: where and how they are made.
        crew: who does it; None for this process alone.

    Raises:
        NoExecutorError: nobody is left to do the rest.
        OSError: what far workers need cannot be read.
    """
    if crew is None:
        return (worked(form, bench) for form in forms)
    if crew.is_far:
        return _far(forms, folder, bench, crew)
    warm_up(bench)
    return spread(forms, worked, bench, crew)


def _far(forms: Sequence[Path], folder: Path, bench: Bench, crew: Crew) -> Iterator[Made | Lost[Path]]:
    """Send actions to workers that share no disk, and write here what they make."""
    for answer in spread(sent(forms, folder, bench.workspace), far_worked, parcel_of(bench, folder), crew):
        if isinstance(answer, Lost):
            yield Lost(answer.item.form, answer.reason)
        elif bench.task is Task.MAKE:
            yield put_down(*answer, bench.workspace, bench.request)
        else:
            yield answer[0]
