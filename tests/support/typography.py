"""Typography set aside, where a test is about words."""

_PLAIN = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "})


def plain(text: str) -> str:
    """Return a text with plain spaces where French typography puts no-break ones."""
    return text.translate(_PLAIN)
