"""What goes to a worker and comes back pickles, and is worth what was sent."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from generator.acts.planning import plan_documents
from generator.findings import Place
from generator.load import load_case
from generator.making import Request, product_of
from generator.rendering import TemplateErrors, compile_template
from generator.shelf import Shelf, UnrenderedError
from generator.workshop import Bench, Task
from generator.workshop.bench import worked, workshop_of
from generator.workshop.far import far_worked, parcel_of, sent
from generator.workspace import Workspace
from tests.support.word import document
from tests.workshop.sample_years import YEAR


def crossed(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own


@pytest.fixture
def bench(workspace: Path) -> Bench:
    return Bench(Workspace(workspace), Request(), Task.MAKE, "empreinte")


def test_a_bench_and_what_comes_of_an_action_cross(bench: Bench) -> None:
    made = worked(bench.workspace.root / YEAR / "2017-03.yaml", bench)
    assert crossed(bench) == bench
    assert crossed(made) == made


def test_an_action_that_is_sent_and_what_is_made_of_it_cross(bench: Bench) -> None:
    folder = bench.workspace.root / YEAR
    parcel = parcel_of(bench, folder)
    (action,) = sent([folder / "2017-03.yaml"], folder, bench.workspace)
    assert (crossed(parcel), crossed(action)) == (parcel, action)
    answer = far_worked(action, parcel)
    assert crossed(answer) == answer


def test_an_action_loaded_from_the_disk_crosses_with_its_places(bench: Bench) -> None:
    loaded = load_case(bench.workspace.root / YEAR / "2017-03.yaml", bench.workspace)
    again = crossed(loaded)
    assert isinstance(again, type(loaded))
    assert again.case is not None
    assert loaded.case is not None
    assert again.case.action == loaded.case.action
    path = ("budget", "ressources", 2, "statut")
    for source, places in loaded.case.places.items():
        assert again.case.places[source][path] == places[path]


def test_requests_and_templates_cross(bench: Bench) -> None:
    loaded = load_case(bench.workspace.root / YEAR / "2017-03.yaml", bench.workspace)
    assert loaded.case is not None
    shelf = Shelf.of(bench.workspace)
    requests = plan_documents(loaded.case, shelf.kinds, draft=True)
    assert [crossed(request) for request in requests] == list(requests)
    template = compile_template(document("{{ a }}"))
    again = crossed(template)
    assert isinstance(again, type(template))
    assert again.render({"a": "x"}) == template.render({"a": "x"})


def test_faults_cross() -> None:
    with pytest.raises(TemplateErrors) as raised:
        compile_template(document("{{ a"))
    again = crossed(raised.value)
    assert isinstance(again, TemplateErrors)
    assert again.findings == raised.value.findings
    unrendered = UnrenderedError(raised.value.findings)
    other = crossed(unrendered)
    assert isinstance(other, UnrenderedError)
    assert other.findings == unrendered.findings
    assert crossed(Place("a.yaml", 1, 2)) == Place("a.yaml", 1, 2)


def test_a_product_made_in_memory_crosses(bench: Bench) -> None:
    path = bench.workspace.root / YEAR / "2017-03.yaml"
    workshop = workshop_of(bench.workspace, bench.request, bench.stamp)
    product = product_of(path, workshop.loader.case(path), workshop.shelf, Request(final=True))
    assert product.is_sound
    assert crossed(product) == product
