"""Texts that people type and that a sentence takes in: fitted where that is safe, else told.

A form says « objet » and does not say in which sentence the act puts it. What is typed is fitted by what cannot change
its meaning: the final full stop, the dash at its head, a capital that the place does not take, the article of a noun
that a list knows, the contraction after « de », a day in figures. Nothing is guessed beyond a first word, an ending and
lists: whatever does not fit stays as it was typed, and ``fitted`` says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from generator.french.common_nouns import COMMON_NOUNS, FINITE_VERBS, NO_INFINITIVES
from generator.french.dates_read import with_days_in_full
from generator.french.kept_texts import kept_by_text
from generator.french.numbers_read import with_ordinals
from generator.french.slips import DASHES
from generator.french.spaces import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE
from generator.french.words import Name, capitalized, elide, the


class Grammar(Enum):
    """What a sentence wants where a text stands in it."""

    PURPOSE = auto()
    """After « a pour objet »: « d’organiser… », « l’organisation de… »."""
    NOUN_GROUP = auto()
    """A noun group with its article: « la décision du… »."""
    NAME = auto()
    """The name of a service with its article, its capital as it is typed: « la Direction de la culture »."""
    AFTER_OF = auto()
    """A noun group after « de »: « de la décision du… », « du vote de… »."""
    INFINITIVE = auto()
    """An item after « s’engage à : »: « mettre à disposition… »."""
    ITEM = auto()
    """An item of a table: no dash at its head, no mark at its end."""
    LISTED = auto()
    """An item after a colon, inside a sentence: that, and no capital either."""
    SENTENCES = auto()
    """One or several whole sentences."""
    TITLE = auto()
    """A title: no full stop."""
    WHEN = auto()
    """What happens first, after a comma: « à la remise du bilan », « après service fait »."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as a sentence takes it.

    Attributes:
        text: its words there.
        is_sure: whether they have the grammar of the place, as far as a first word can tell.
    """

    text: str
    is_sure: bool = True


_HEAD: Final = re.compile(rf"(?:(?:[{DASHES}→►■●○❖✓]+|o(?=\s[^\W\d_])|\d{{1,2}}[).](?=\s\D)|[a-z]\))\s*)+")
"""What opens an item: dashes, bullets (Word's second level is pasted as « o »), a number or a letter."""
_LINES: Final = re.compile(r"[\s;,.]*\n\s*")
_TAIL: Final = re.compile(r"(?:[\s;,:]|(?<!\.)\.(?!\.))+$")
_SEVERAL_SENTENCES: Final = re.compile(r"(?<=[^\W\d_]{3})[.!?]\s+[A-ZÀ-ÖØ-ÞŒ]")
_CLOSED: Final = re.compile(r"[.!?…:][»”)\s]*$")
_AMOUNT: Final = re.compile(
    r"(?<![\d.,/-])[1-9]\d{3,11}(?=(?:,\d{1,2})?[ \u00a0\u202f]?(?:€|EUR\b|MAD\b|euros?\b|dirhams?\b))"
)
_TIMES: Final = re.compile(r"(?<=\s)[xX*](?=\s\d)")
"""« 2 billets x 430 € »: the sign that a keyboard does not have."""
_GLUED_TITLE: Final = re.compile(r"(?<=\bM)\.(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BEFORE_INFINITIVE: Final = re.compile(r"(?:(?:ne|pas|se|y|en)\s+|s[’'])+(?=[^\W\d_])", re.IGNORECASE)
_PURPOSE_SAID: Final = re.compile(
    r"(?:d[’']|de\s+|(?P<whole>(?:(?:la\s+présente(?:\s+convention)?|l[’']action|le\s+projet)\s+a\s+)?pour\s+objet\s+)"
    r"(?:d[’']|de\s+(?!l))?)(?=[^\W\d_])",
    re.IGNORECASE,
)
_OF_SAID: Final = re.compile(r"\A(?:de|(?:M\.|Mme|Madame|Monsieur)(?=[^,]*\Z))\s+(?=l[ea]\s|l[’'])", re.IGNORECASE)
_SAID: Final = re.compile(
    r"\A(?:le\s+service\s+référent\s+(?:est|sera)\s+(?:le\s+suivant\s*:\s*)?"
    r"|les\s+bénéficiaires\s+(?:de\s+l[’']action\s+|du\s+projet\s+)?(?:sont|seront)\s+(?:les\s+suivants\s*:\s*)?)"
    r"(?=[^\W_])",
    re.IGNORECASE,
)
"""What the sentence of the act says before the text, typed once more."""
_BARE_A: Final = re.compile(r"\AA(?=\s+(?:la\s|l[’']))")
_WHEN: Final = re.compile(
    r"(?:à|au|aux|après|avant|chaque|courant|d[’']ici|dans|début|dès|durant|en|fin|le|lors|par|pendant|sous|sur|tous|"
    r"toutes|une\s+fois)(?![^\W_])",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(
    r"(?:l[’']|(?:le|la|les|un|une|des|du|ce|cet|cette|ces|son|sa|ses|leur|leurs|tout|toute|tous|toutes|"
    r"plusieurs|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\s+)(?=\S)",
    re.IGNORECASE,
)
_SECOND_NOUN: Final = re.compile(r"\bet\s([^\W\d_]+)\sd(?:[’']|e\s|u\s|es\s)")
"""« création d’un catalogue et tenue d’un stand »: each noun wants its article, and only the first is at hand."""
_FUTURE: Final = "[a-zà-ÿœ]+(?:era|eront|ira|iront|dra|dront|ttra|ttront|vra|vront)"
_VERBS: Final = "|".join(FINITE_VERBS).replace("’", "[’']")
_SENTENCE: Final = re.compile(rf"(?:(?!qu[ie’']|dont\b|où\b|que\b|la?quel)\S+\s+){{1,6}}?(?:{_VERBS}|{_FUTURE})\b(?!-)")
"""A subject and its verb, outside a relative clause: what is no noun group, whatever its first word."""
_NOT_LISTED: Final = re.compile(r":\s.*:\s|\A(?:avec|chez|dans|par|pour)\s", re.IGNORECASE)
_ELLIPSIS: Final = re.compile(r"(?<!etc)(?<![.…])\s*(?:\.{2,}|…)\Z")
_QUOTED: Final = re.compile(r"[«“\"]\s*([^«»“”\"]+?)\s*[»”\"]")
"""A title between quotation marks, which the act puts itself."""
_NO_TITLE: Final = re.compile(
    r"(?:il\s+s[’']agit|c[’']est|(?:cette\s+(?:action|activité|mission)|ce\s+(?:projet|programme))\s+\S+\s)",
    re.IGNORECASE,
)
_TAKING_CARE: Final = "assurer"
"""The verb that makes an undertaking of a noun group: « assurer la mise à disposition d’une salle »."""
_CONTRACTED: Final = {"le": "du", "les": "des"}
_SECOND_ARTICLE: Final = re.compile(r"(?<=\bet )(les?|la)(?= )")
_OF_ARTICLES: Final = {"la": "de la", **_CONTRACTED}
_NO_SECOND_OF: Final = re.compile(r"[,;:(]|\b(?:qui|que|dont|où|entre)\b|\bqu[’']|\bet .*\bet ")
"""Where « et » may join something else than the two things named: « la jeunesse et les sports »."""
_INFINITIVE_ENDS: Final = ("er", "ir", "re", "oir")


@kept_by_text
def fitted(text: str, grammar: Grammar, instead: str = "") -> Fitted:
    """Return a text as a sentence takes it, and whether it has the grammar of that place.

    Args:
        text: what was typed.
        grammar: what the sentence wants.
        instead: what announces a text of another grammar, as a noun group (« la compétence suivante ») or, for an
            item in the infinitive, as a verb (« respecter ce qui suit »); empty to leave the text as it is.
    """
    written = _as_acts_write(_on_one_line(text) if grammar is not Grammar.SENTENCES else text)
    found = _FITTERS[grammar](written)
    is_one_too_many = grammar in _ONE_SENTENCE and _SEVERAL_SENTENCES.search(found.text)
    if found.is_sure and not is_one_too_many:
        return found
    return Fitted(_announced(_bare(written), grammar, instead) if instead else found.text, is_sure=False)


def with_amounts_grouped(text: str) -> str:
    """Part the thousands of the amounts of a text: « 80000 € » → « 80 000 € »; a year or a number stays as it is."""
    return _AMOUNT.sub(lambda match: f"{int(match[0]):,}".replace(",", NARROW_NO_BREAK_SPACE), text)


def _as_acts_write(text: str) -> str:
    return _TIMES.sub("×", _GLUED_TITLE.sub(". ", with_ordinals(with_amounts_grouped(with_days_in_full(text.strip())))))


def is_infinitive(text: str) -> bool:
    """Whether a text begins with an infinitive, by the ending of its first word: « organiser », « se réunir »."""
    rest = text[match.end() :] if (match := _BEFORE_INFINITIVE.match(text)) else text
    word = _WORD.match(rest)
    first = word[0].lower() if word else ""
    return first.endswith(_INFINITIVE_ENDS) and first not in NO_INFINITIVES and first not in COMMON_NOUNS


def _on_one_line(text: str) -> str:
    """Put on one line what was typed on several: the items of a list part by semicolons."""
    lines = _LINES.split(text.strip()) if "\n" in text else [text]
    parting = " ; " if any(_HEAD.match(line) for line in lines[1:]) else " "
    return parting.join(line[head.end() :] if (head := _HEAD.match(line)) else line for line in lines)


def _bare(text: str) -> str:
    """Take off the dash at the head of a text, and the mark at its end."""
    head = _HEAD.match(text)
    return _TAIL.sub("", text[head.end() :] if head else text)


def _lowered(text: str) -> str:
    """Put the first letter of a text in lower case, where its first word is a common one."""
    word = _WORD.match(text)
    if word is None or word[0][1:] != word[0][1:].lower():
        return text
    noun = word[0].lower()
    is_common = {noun, noun.removesuffix("s")} & COMMON_NOUNS.keys() or _ARTICLE.match(text) or is_infinitive(text)
    return text[0].lower() + text[1:] if is_common else text


def _purpose(text: str) -> Fitted:
    bare = _bare(text)
    said = _PURPOSE_SAID.match(bare)
    inside = _lowered(bare[said.end() :] if said else bare)
    if is_infinitive(inside):
        return Fitted(elide("de", inside))
    return _noun_group(inside if said and said["whole"] else bare)


def _noun_group(text: str) -> Fitted:
    bare = _lowered(_OF_SAID.sub("", _bare(text), count=1))
    if _SENTENCE.match(bare):
        return Fitted(bare, is_sure=False)
    if _ARTICLE.match(bare):
        return Fitted(bare)
    word = _WORD.match(bare)
    noun = word[0] if word else ""
    second = _SECOND_NOUN.search(bare)
    if second and second[1] in COMMON_NOUNS:
        return Fitted(bare, is_sure=False)
    if noun in COMMON_NOUNS:
        return Fitted(the(Name(bare, gender=COMMON_NOUNS[noun], definite=True)))
    if {noun.removesuffix("s"), f"{noun.removesuffix('aux')}al"} & COMMON_NOUNS.keys():
        return Fitted(the(Name(bare, plural=True, definite=True)))
    return Fitted(bare, is_sure=False)


def _named(text: str) -> Fitted:
    bare = _SAID.sub("", _bare(text), count=1)
    group = _noun_group(bare)
    if not group.is_sure or _ARTICLE.match(bare):
        return group
    return Fitted(group.text[: len(group.text) - len(bare)] + bare)


def _after_of(text: str) -> Fitted:
    group = _noun_group(text)
    if not group.is_sure:
        return Fitted(elide("de", group.text), is_sure=False)
    return Fitted(_contracted_after_of(group.text))


def _infinitive(text: str) -> Fitted:
    bare = _bare(text)
    said = _PURPOSE_SAID.match(bare)
    inside = bare[said.end() :] if said and is_infinitive(bare[said.end() :]) else bare
    return Fitted(_lowered(inside), is_sure=is_infinitive(inside))


def _announced(text: str, grammar: Grammar, instead: str) -> str:
    """Return a text of another grammar behind what announces it: « de la compétence suivante : … »."""
    group = _noun_group(text)
    if grammar is Grammar.INFINITIVE and group.is_sure and not _SEVERAL_SENTENCES.search(text):
        return f"{_TAKING_CARE} {group.text}"
    lead = _contracted_after_of(instead) if grammar is Grammar.AFTER_OF else instead
    return f"{lead}{NO_BREAK_SPACE}: {text}"


def _contracted_after_of(group: str) -> str:
    if not _NO_SECOND_OF.search(group):
        group = _SECOND_ARTICLE.sub(lambda match: _OF_ARTICLES[match[1].lower()], group)
    is_contracted = group.partition(" ")[0].lower() in _CONTRACTED.values()
    return group if is_contracted else _contracted(group, "de", _CONTRACTED)


def _contracted(group: str, preposition: str, contractions: Mapping[str, str]) -> str:
    first, _, rest = group.partition(" ")
    contracted = contractions.get(first.lower())
    return f"{contracted} {rest}" if contracted else elide(preposition, group)


def _item(text: str) -> Fitted:
    bare = _SAID.sub("", _bare(text), count=1)
    return Fitted(bare.rstrip("! "), is_sure=not _SENTENCE.match(bare))


def _listed(text: str) -> Fitted:
    item = _item(text)
    text = _ELLIPSIS.sub("", item.text)
    return Fitted(_lowered(text), is_sure=item.is_sure and not _NOT_LISTED.search(text))


def _sentences(text: str) -> Fitted:
    head = _HEAD.match(text)
    said = capitalized(text[head.end() :] if head else text)
    return Fitted(said if _CLOSED.search(said) else f"{said.rstrip(' ;,')}.")


def _title(text: str) -> Fitted:
    bare = _bare(text)
    quoted = _QUOTED.fullmatch(bare)
    return Fitted(capitalized(quoted[1] if quoted else bare), is_sure=not _NO_TITLE.match(bare))


def _when(text: str) -> Fitted:
    bare = _BARE_A.sub("à", _bare(text))
    if _WHEN.match(bare):
        return Fitted(bare[0].lower() + bare[1:])
    group = _noun_group(bare)
    is_moment = group.is_sure and not _ARTICLE.match(bare)
    return Fitted(_contracted(group.text, "à", {"le": "au", "les": "aux"}) if is_moment else bare, is_sure=is_moment)


_ONE_SENTENCE: Final = frozenset(Grammar) - {Grammar.SENTENCES, Grammar.TITLE}

_FITTERS: Final[dict[Grammar, Callable[[str], Fitted]]] = {
    Grammar.PURPOSE: _purpose,
    Grammar.NOUN_GROUP: _noun_group,
    Grammar.NAME: _named,
    Grammar.AFTER_OF: _after_of,
    Grammar.INFINITIVE: _infinitive,
    Grammar.ITEM: _item,
    Grammar.LISTED: _listed,
    Grammar.SENTENCES: _sentences,
    Grammar.TITLE: _title,
    Grammar.WHEN: _when,
}
