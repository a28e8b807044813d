"""Every message: one code, one shape, words that can be shown as they are; and all of them in the registry."""

from __future__ import annotations

import importlib
import re
import string

import pytest

from generator.findings import Place
from generator.french import typeset
from generator.messages.message import InFull, Message, said
from generator.messages.registry import MESSAGES
from tests.support.places import ROOT

FOLDER = ROOT / "generator" / "messages"
NO_FAMILY = {"__init__", "message", "registry", "template_reasons"}
FAMILIES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in NO_FAMILY)
every_message = pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.code)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_lists_every_message_that_it_defines_once_in_order(family: str) -> None:
    module = importlib.import_module(f"generator.messages.{family}")
    defined = {name: value for name, value in vars(module).items() if isinstance(value, Message)}
    codes = [message.code for message in module.MESSAGES]
    assert sorted(message.code for message in defined.values()) == sorted(codes)
    assert codes == sorted(codes, key=lambda code: (code[:2] != codes[0][:2], code))
    assert set(module.MESSAGES) <= set(MESSAGES)


def test_a_code_is_given_once() -> None:
    codes = [message.code for message in MESSAGES]
    assert len(codes) == len(set(codes))


def test_no_message_is_defined_elsewhere() -> None:
    for path in (ROOT / "generator").rglob("*.py"):
        if path.parent != FOLDER:
            assert not re.search(r"(?<!\w)Message\(\s*\"", path.read_text(encoding="utf-8")), path


@every_message
def test_a_message_says_what_is_wrong_in_words_that_need_no_mending(message: Message) -> None:
    assert re.fullmatch(r"[A-Z]{2}\d{3}", message.code)
    assert message.text
    for sentence in (message.text, message.fix, message.why):
        assert sentence == sentence.strip()
        assert "'" not in re.sub(r"`[^`]*`", "", sentence), "a straight apostrophe"
        assert sentence.count("`") % 2 == 0
        assert sentence.count("«") == sentence.count("»")
        without_samples = re.sub(r"`[^`]*`", "x", sentence)
        assert said(without_samples) == typeset(said(without_samples))


@every_message
def test_a_message_becomes_a_finding_once_its_placeholders_have_values(message: Message) -> None:
    names = {name for _, name, _, _ in string.Formatter().parse(said(message.text) + said(message.fix)) if name}
    found = message.at(Place("a.yaml"), (), **dict.fromkeys(names, "x"))
    assert found.code == message.code
    assert found.severity is message.severity
    assert "{" not in found.message.replace("{{", "").replace("{%", "")


def test_a_typed_value_is_cut_and_a_value_in_full_is_not() -> None:
    message = Message("XX001", MESSAGES[0].severity, "trouvé : {valeur}")
    place = Place("a.yaml", 1, 1)
    assert message.at(place, valeur="a" * 80).message.endswith(f"{'a' * 60}…")
    assert message.at(place, valeur=InFull("a" * 80)).message.endswith("a" * 80)
    assert message.at(place, valeur=("un", "deux")).message.endswith("un, deux")


def test_a_value_cannot_give_orders_to_a_terminal_nor_name_a_placeholder() -> None:
    message = Message("XX001", MESSAGES[0].severity, "trouvé : {valeur}", "ôtez {valeur}")
    found = message.at(Place("a.yaml"), valeur="\x1b[31m{valeur}\n")
    assert found.message == "trouvé\u00a0: [31m{valeur} ".replace("[31m", " [31m")
    assert found.fix.isprintable()


def test_a_value_keeps_the_no_break_spaces_of_its_typography() -> None:
    message = Message("XX001", MESSAGES[0].severity, "trouvé : {valeur}")
    assert message.at(Place("a.yaml"), valeur=InFull("1\u202f500\u00a0€")).message.endswith("1\u202f500\u00a0€")


def test_what_is_typed_to_the_letter_is_shown_as_it_is() -> None:
    assert said('écrivez `clé: "a"` ; l\'espace compte') == 'écrivez «\u00a0clé: "a"\u00a0»\u202f; l’espace compte'


def test_a_missing_value_is_a_defect_and_not_a_blank() -> None:
    with pytest.raises(KeyError):
        Message("XX001", MESSAGES[0].severity, "trouvé : {valeur}").at(Place("a.yaml"))


def test_the_folder_of_messages_is_the_registry() -> None:
    listed = (FOLDER / "registry.py").read_text(encoding="utf-8")
    assert all(f"*{family}.MESSAGES" in listed for family in FAMILIES)
