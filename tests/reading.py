"""A text, or a paper's parts, as the extractors read it."""

from kg.extract.agencies import Reader
from kg.extract.reading import Reading
from kg.extract.resolve import resolve
from kg.layout import lay_out


def read(text: str) -> Reading:
    layout = lay_out(text)
    return Reading(layout, resolve(Reader(layout.text).mentions()))


def paper(
    *, head: str = "", title: str = "", opening: str = "", items: str = "1. Sở Y tế thực hiện.", tail: str = ""
) -> Reading:
    """Return the reading of a notice with these parts, each separated by a blank line."""
    return read("\n\n".join(part for part in (head, title, opening, items, tail) if part) + "\n")
