"""The title of a notice on one line, in the capitals that the text below gives the same words.

A pure function of the reading: what the text does not write elsewhere stays in small letters.
"""

from __future__ import annotations

import re

from kg.extract.found import Found
from kg.extract.lexicon import provinces
from kg.extract.reading import Reading
from kg.language.words import fold, matching, pattern
from kg.layout import Zone

_KEPT = frozenset({"UBND", "HĐND", "MTTQ", "COVID-19", "TP"})
_NUMBERED = frozenset({"khóa", "thứ", "lần", "quý", "kỳ", "phần", "đợt", "cấp", "loại", "hạng", "vùng"})


def title(reading: Reading) -> Found[str] | None:
    """Return the title on one line, its type first, in the capitals that the text itself gives its names."""
    blocks = reading.layout.zone(Zone.TITLE)
    if not blocks:
        return None
    start, end = blocks[0].start, blocks[-1].end
    words = reading.text[start:end].replace("\n", " ").split()
    cased = _cased(words, reading, end)
    text = " ".join(cased)
    return Found(text[:1].upper() + text[1:], start, end, "title")


def _cased(words: list[str], reading: Reading, behind: int) -> list[str]:
    """Write words in capitals as the text below writes the same words, else in small letters.

    A word in capitals among words that are not is an abbreviation or a number.
    """
    out: list[str] = []
    at = 0
    lower_title = not any(w[:1].isupper() for w in words[1:])
    while at < len(words):
        known = _as_below(words[at:], reading, behind) if words[at].isupper() or lower_title else []
        if known:
            out += known
            at += len(known)
            continue
        alone = not (_one_stretch(words, at - 1) or _one_stretch(words, at))
        out.append(words[at] if alone or _numbers(words, at) else _small(words[at]))
        at += 1
    return _joined_type(_with_provinces(out, words))


def _with_provinces(out: list[str], words: list[str]) -> list[str]:
    """Give a province's name in capitals its usual ones, where it follows the word for its kind."""
    done = list(out)
    for at in range(1, len(out)):
        behind_kind = words[at].isupper() and matching(words[at - 1]) in {"tỉnh", "phố"}
        for count in (4, 3, 2) if behind_kind else ():
            name = fold(" ".join(out[at : at + count])).rstrip(",;.")
            if name in provinces():
                done[at : at + count] = [word[:1].upper() + word[1:] for word in out[at : at + count]]
                break
    return done


def _one_stretch(words: list[str], at: int) -> bool:
    """Whether a word and the next are of one stretch of capitals."""
    if at < 0 or at + 1 >= len(words):
        return False
    return words[at].isupper() and words[at + 1].isupper() and not words[at].endswith(",")


def _numbers(words: list[str], at: int) -> bool:
    """Whether a word is a Roman number: "KHÓA X", "LẦN THỨ IV"."""
    roman = re.fullmatch(r"[IVXL]+", words[at].strip(",;.:()"))
    return at > 0 and bool(roman) and matching(words[at - 1]) in _NUMBERED


def _small(word: str) -> str:
    if any(c.isdigit() for c in word) or not word.isupper():
        return word
    return word if word.rstrip(",;.") in _KEPT else word.lower()


def _joined_type(words: list[str]) -> list[str]:
    """Put the first word behind the document's type into small letters: "Thông báo Kết luận" → "Thông báo kết luận"."""
    text = " ".join(words)
    match = pattern(
        r"(?:thông báo|công điện|chỉ thị|kết luận|công văn)(?: số \S+)? (kết luận|ý kiến|về|tại)(?!\w)"
    ).match(matching(text))
    if match:
        a, b = match.span(1)
        text = text[:a] + text[a:b].lower() + text[b:]
    return text.split(" ")


def _as_below(words: list[str], reading: Reading, behind: int) -> list[str]:
    """Return the longest beginning of the words, two at least, as it stands in the text below."""
    best: list[str] = []
    for count in range(2, min(len(words), 24) + 1):
        wanted = matching(" ".join(words[:count]).rstrip(",;."))
        places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", reading.low[behind:])]
        if not places:
            break
        written = [reading.text[behind + p : behind + p + len(wanted)] for p in places]
        inside = [
            t
            for t, p in zip(written, places, strict=True)
            if reading.text[behind + p - 1 : behind + p] == " "
            and reading.text[behind + p - 2 : behind + p - 1] not in ".:;\n-"
        ]
        usual_form = [t for t in (inside or written) if not t.isupper()]
        if not usual_form:
            break
        tail = words[count - 1][len(words[count - 1].rstrip(",;.")) :]
        chosen = max(sorted(set(usual_form)), key=usual_form.count)
        best = (chosen + tail).split(" ")
    return best
