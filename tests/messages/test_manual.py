"""``docs/messages.md`` says what the registry says.

``pytest tests/messages/test_manual.py --update-golden`` rewrites it.
"""

from __future__ import annotations

import pytest

from generator.conductors.explain import messages_manual
from generator.messages.registry import MESSAGES
from tests.support.places import ROOT

PAGE = ROOT / "docs" / "messages.md"
HEAD = """\
# Messages

Cette page est faite des messages eux-mêmes ; un essai vérifie qu’elle leur est conforme, et
`pytest tests/messages/test_manual.py --update-golden` la refait. « … » tient lieu de ce que le message nomme.
[Les règles](regles.md) ont leur propre manuel ; `parafe explain CODE` donne une page pour chaque code.

"""


def test_the_page_says_what_the_messages_say(request: pytest.FixtureRequest) -> None:
    page = HEAD + messages_manual()
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


def test_every_message_has_its_entry_and_no_placeholder_is_left() -> None:
    manual = messages_manual()
    assert [message.code for message in MESSAGES if f"### {message.code} – " not in manual] == []
    assert "{valeur}" not in manual
