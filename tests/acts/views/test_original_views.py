"""The originals and the annexes, as templates see them."""

from generator.acts.views.original_views import annex_views, copy_views, originals_total, originals_view
from generator.artifacts import Blank
from generator.case.records import Case
from generator.model.approvals import Original
from tests.acts.examples import example, in_french, with_action, with_framework

NAMES = {"dijon": "Ville de Dijon"}


def sent_to(*parties: str, total: int | None = None) -> Case:
    case = with_framework(with_action(example(), associated_bodies=()), originals=total)
    return with_action(case, originals=tuple(Original.model_validate({"partie": one}) for one in parties))


def test_the_framework_says_how_many_originals_there_are_else_those_who_receive_them() -> None:
    assert originals_total(sent_to("dijon", total=6)) == 6
    assert originals_total(sent_to("dijon", "dijon")) == 2
    assert originals_total(sent_to()) is None


def test_every_original_has_a_rank_and_somebody_who_receives_it() -> None:
    context = in_french(originals_view(sent_to("dijon", "inconnue"), NAMES))
    assert (context["chiffres"], context["lettres"]) == ("2", "deux")
    assert context["destinataires"] == [
        {
            "rang": rank,
            "partie": name,
            "partie_id": identifier,
            "destinataire": Blank(f"destinataire de l’exemplaire n° {rank}"),
            "adresse": "",
            "usage": "",
        }
        for rank, name, identifier in (("1", "Ville de Dijon", "dijon"), ("2", "inconnue", "inconnue"))
    ]


def test_each_contracting_body_must_have_an_original() -> None:
    def has_one(case: Case) -> object:
        return in_french(originals_view(case, NAMES))["un_pour_chacun"]

    assert has_one(sent_to("dijon", "chefchaouen")) is True
    assert has_one(sent_to("dijon", "dijon")) is False
    assert has_one(sent_to(total=1)) is False
    assert has_one(sent_to()) is True


def test_a_cover_tells_its_original_and_how_many_there_are() -> None:
    covers = [in_french(view) for view in copy_views(sent_to("dijon", "dijon", total=6), NAMES)]
    assert [(cover["rang"], cover["total"]) for cover in covers] == [("1", "6"), ("2", "6")]


def test_annexes_are_told_as_they_are_listed() -> None:
    (view,) = annex_views([{"rang": "1", "intitule": "Budget"}])
    assert in_french(view) == {"rang": "1", "intitule": "Budget"}
    assert annex_views([]) == ()
