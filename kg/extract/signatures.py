"""The signature: for whom ("TL. TRƯỞNG BAN"), as what ("PHÓ CHÁNH VĂN PHÒNG") and who signs.

The marks are those of Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.7: TM. (for a body), KT. (for its head, by a
deputy), TL. (by order), TUQ. (by authority), Q. (acting). A pure function of the layout.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.facts import usual
from kg.extract.found import Found, Signature
from kg.extract.persons import ranks, surnames
from kg.extract.posts import Phrase, read_post
from kg.language.words import matching, pattern
from kg.layout import Layout, Zone

_MARK = re.compile(r"\W*(TL|T/L|TM|T/M|T\.M|KT|K/T|TUQ|T/UQ)\s*[.:]?\s*(?=[^\W\d_])")
_ACTING = re.compile(r"\W*Q\s*[./]\s*(?=[^\W\d_])")
_SIGNED = pattern(r"\W*(?:đã ký|ký tên|chữ ký|\[signature\]|signed)\W*$")
_SHORT = {
    "TT": "Thường trực",
    "TTUBND": "Thường trực Ủy ban nhân dân",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
}


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    end: int


def signature(layout: Layout) -> Signature | None:
    """Return who signs; None where the paper has no signature."""
    lines = _lines(layout)
    name = _name(lines)
    rest = _joined([line for line in lines if name is None or line.end <= name.start or name.end <= line.start])
    authority, posts = [], []
    for line in rest:
        mark = _MARK.match(line.text)
        if mark:
            found = (re.sub(r"\W", "", mark[1]), sentence(line.text[mark.end() :]))
            authority.append(Found(found, line.start, line.end, "signature"))
        elif _post(line.text):
            posts.append(Found(sentence(line.text), line.start, line.end, "signature"))
    if not (name or authority or posts):
        return None
    position = Found(", ".join(p.value for p in posts), posts[0].start, posts[-1].end, "signature") if posts else None
    return Signature(name, position, tuple(authority), tuple(posts))


def sentence(words: str) -> str:
    """Return a post in capitals as it is written in a sentence: "PHÓ CHÁNH VĂN PHÒNG" as "Phó Chánh Văn phòng"."""
    phrase = _post(words)
    if phrase is None:
        text = " ".join(usual(_spelled(words)).split())
        return text[:1].upper() + text[1:]
    role = (
        phrase.role if phrase.body is None or phrase.body.label == "Chính phủ" else f"{phrase.role} {phrase.body.label}"
    )
    rest = usual(_spelled(words))[phrase.end :].strip(" ,.")
    return f"{role}, {sentence(rest)}" if rest and _post(rest) else role


def _post(words: str) -> Phrase | None:
    return read_post(usual(_spelled(words)))


def _spelled(words: str) -> str:
    """Write out what signatures shorten: "PHÓ CHỦ TỊCH TTUBND TỈNH", "Q. CHỦ TỊCH"."""
    acting = _ACTING.match(words)
    text = f"Quyền {words[acting.end() :]}" if acting else words
    return " ".join(_SHORT.get(word.strip(".,"), word) for word in text.split())


def _lines(layout: Layout) -> list[_Line]:
    found = []
    for block in layout.zone(Zone.SIGNATURE):
        text = layout.text[block.start : block.end]
        if not _SIGNED.match(matching(text)):
            found += _cut(_Line(text, block.start, block.end))
    return found


def _cut(line: _Line) -> list[_Line]:
    """Cut a line that holds a post in capitals and a name into two."""
    match = re.match(r"((?:[^\W\d_]+[.,]? )*[^\W\d_]{2,}) (?=[^\W\d_][^\W\d_]*)", line.text)
    words = line.text.split(" ")
    capitals = next((i for i, word in enumerate(words) if not word.isupper()), 0)
    if not match or not capitals or capitals == len(words) or not _is_name(" ".join(words[capitals:])):
        return [line]
    at = len(" ".join(words[:capitals]))
    return [
        _Line(line.text[:at], line.start, line.start + at),
        _Line(line.text[at + 1 :], line.start + at + 1, line.end),
    ]


def _name(lines: list[_Line]) -> Found[str] | None:
    """The last line that is a person's name: ranks before it dropped, capitals made usual."""
    for line in reversed(lines):
        start = ranks().match(matching(line.text))
        skipped = start.end() if start else 0
        bare = line.text[skipped:].strip(" .,")
        if _is_name(bare):
            at = line.start + line.text.find(bare, skipped)
            value = usual(bare) if bare.isupper() else bare
            return Found(
                " ".join(word[:1].upper() + word[1:] for word in value.split()), at, at + len(bare), "signature"
            )
    return None


def _is_name(text: str) -> bool:
    words = text.split(" ")
    if not 2 <= len(words) <= 6 or any(
        not w.replace("-", "").replace("'", "").replace("’", "").isalpha() for w in words
    ):
        return False
    cased = text.isupper() or all(word[:1].isupper() for word in words)
    return cased and matching(words[0]) in surnames() and not _MARK.match(text) and _post(text) is None


def _joined(lines: list[_Line]) -> list[_Line]:
    """Join a post that runs over lines: "KT. BỘ TRƯỞNG," / "CHỦ NHIỆM", "K/T CHÁNH" / "VĂN PHÒNG"."""
    found: list[_Line] = []
    for line in lines:
        opens = _MARK.match(line.text) or _ACTING.match(line.text) or _post(line.text)
        if found and (not opens or found[-1].text.rstrip().endswith((",", "-"))) and not _MARK.match(line.text):
            before = found.pop()
            found.append(_Line(f"{before.text} {line.text}", before.start, line.end))
        else:
            found.append(line)
    return found
