"""What views are made of."""

import pytest

from generator.acts.facts.gaps import Gap, Missing
from generator.acts.view_fields import Description, View, by_key, fact, spread
from generator.acts.views.name_views import CountView

COUNT = CountView(figures="6", letters=Missing(Gap.ORIGINALS))


class BoxView(View, title="Une boîte"):
    count: CountView = spread()
    label: str = fact("etiquette", "ce qui est écrit dessus")
    notes: dict[str, str] = by_key("notes", "notes", title="Les notes", keys={"*": "note"})


def test_an_attribute_carries_its_french_name_and_meaning() -> None:
    assert BoxView.attributes == {
        "count": Description(),
        "label": Description("etiquette", "ce qui est écrit dessus"),
        "notes": Description("notes", "notes", {"*": "note"}, "Les notes"),
    }
    assert BoxView.title == "Une boîte"


@pytest.mark.parametrize("given", [{"figures": "6"}, {"figures": "6", "letters": "six", "mots": ""}])
def test_no_attribute_may_be_left_out_or_made_up(given: dict[str, str]) -> None:
    with pytest.raises(TypeError):
        CountView(**given)


def test_a_view_does_not_change() -> None:
    with pytest.raises(AttributeError):
        COUNT.figures = "7"
