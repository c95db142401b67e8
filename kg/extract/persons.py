"""Names of persons: a family name and what follows it in capitals, where the words around say that it is a person.

A name alone is never enough, for streets, schools and communes bear the names of people: it needs a form of
address or a rank before it, a post before it, or a post behind it. A pure function of the text and its posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.data import table
from kg.extract import addresses
from kg.extract.addresses import ADDRESS
from kg.extract.lexicon import provinces
from kg.extract.posts import Phrase, Posts
from kg.extract.reading import Reading
from kg.language.words import CAPITALS, fold, matching, pattern

_UPPER = f"{CAPITALS}Ñ"
_LOWER = _UPPER.lower()
_WORD = rf"[{_UPPER}](?:[{_LOWER}]|['’](?=\w))*(?:['’-]?[{_UPPER}][{_LOWER}]+)?(?!\w)"
_RUN = re.compile(rf"{_WORD}(?: {_WORD})+")
_ADDRESS_MANY = pattern(rf"(?<!\w)(?:các {ADDRESS}(?:,? {ADDRESS})?|gồm)\s?:? ")
_SIGN = pattern(r"(?:\s?[,–:-]\s?| \()")
NEXT = pattern(rf"(?:, |; ?| và |, và )(?:(?:và )?{ADDRESS} )?")
_BRACKET = re.compile(r" \([^()\n]{3,80}\)")
_CITIZEN = pattern(
    r"(?<!\w)(?:hộ|hộ gia đình|gia đình|công dân|(?:đơn|khiếu nại|tố cáo|phản ánh|kiến nghị|đề nghị)(?: thư)? của) $"
)
"""What a citizen is named behind, whose house or letter is spoken of."""

_NEVER = frozenset({"hồ chí minh", "nguyễn ái quốc", "an giang", "hà nam", "hà nội", "hà giang"})
_LONGEST = 5
_PLACED_BY = pattern(
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|thôn|bản|ấp|khu phố|làng|đường|phố|cầu|chợ|trường|"
    r"bệnh viện|hồ|sông|núi|đảo|cảng|ga|khu|cụm công nghiệp|dự án|công ty|thpt|thcs|giải thưởng|quỹ) $"
)


@cache
def surnames() -> frozenset[str]:
    """Return the family names, in matching form."""
    return frozenset(matching(row["surname"]) for row in table("surnames"))


@cache
def ranks() -> re.Pattern[str]:
    """Return what forms of address, ranks, degrees and honours before a name look like, with the space behind them."""
    written = sorted((matching(row["rank"]) for row in table("ranks")), key=len, reverse=True)
    any_of = "|".join([ADDRESS, *map(re.escape, written)])
    return re.compile(rf"(?:(?:{any_of})(?:, |\. ?| |,)(?:qnc[nv] )?)*", re.IGNORECASE)


@cache
def _any_rank() -> re.Pattern[str]:
    """Return what a rank of a person who has one looks like, in the capitals it is written with."""
    written = sorted((row["rank"] for row in table("ranks") if row["rank"][:1].isupper()), key=len, reverse=True)
    return re.compile(r"(?<![\w./])(?:" + "|".join(map(re.escape, written)) + r")(?=[ ,.])")


@cache
def _degree() -> re.Pattern[str]:
    """Return what the letters of a degree before a full stop look like: "PGS.TS", "ThS"."""
    written = sorted({matching(row["rank"]).rstrip(".") for row in table("ranks") if row["rank"].endswith(".")})
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, written)) + r")$")


def shortens_degree(low: str, stop: int) -> bool:
    """Whether the full stop at an offset shortens a degree and ends no sentence: "PGS.TS. Lò Văn Pản"."""
    return bool(_degree().search(low, max(0, stop - 12), stop))


def persons(reading: Reading, posts: Posts) -> dict[str, list[tuple[int, int]]]:
    """Return the persons that a text names, each with all places of the name; keys are spelled as first written."""
    spans = sorted(
        {
            *_addressed(reading, posts),
            *_ranked(reading, posts),
            *_posted(reading, posts),
            *_listed(reading, posts),
            *_titled(reading, posts),
        }
    )
    names: dict[str, str] = {}
    for start, end in spans:
        names.setdefault(fold(reading.text[start:end]), reading.text[start:end])
    return {name: _places(reading, folded) for folded, name in names.items()}


def name_at(reading: Reading, posts: Posts, at: int, *, addressed: bool = False) -> int | None:
    """Return where the person's name at an offset (ranks skipped before) ends, or None where there is none."""
    run = _RUN.match(reading.text, at)
    if not run or at in posts.by_start:
        return None
    words = run[0].split(" ")
    end = at + len(words[0])
    count = 1
    for word in words[1:]:
        if end + 1 in posts.by_start or count >= _LONGEST + (words[0] in {"Y", "H'"}):
            break
        end += 1 + len(word)
        count += 1
    if count < 2 or fold(reading.text[at:end]) in _NEVER or fold(reading.text[at:end]) in provinces():
        return None
    known = matching(words[0]) in surnames() or "'" in words[0] or "’" in words[0]
    return end if known or addressed else None


def after_ranks(reading: Reading, at: int) -> int:
    """Return where a name may begin behind the forms of address, ranks and degrees at an offset."""
    match = ranks().match(reading.low, at)
    return match.end() if match else at


def _addressed(reading: Reading, posts: Posts) -> Iterator[tuple[int, int]]:
    """Names behind "đồng chí", "ông", "bà"."""
    for behind, sure in addresses.behind_each(reading.low):
        if not sure and _CITIZEN.search(reading.low, 0, addresses.before(reading.low, behind)):
            continue
        at = after_ranks(reading, behind)
        end = name_at(reading, posts, at, addressed=sure)
        if end and end not in {m.end for m in reading.mentions if m.start == at}:
            yield at, end


def _ranked(reading: Reading, posts: Posts) -> Iterator[tuple[int, int]]:
    """Names behind a degree, a rank or an honour; streets and schools bear those of people with both."""
    for match in _any_rank().finditer(reading.text):
        at = after_ranks(reading, match.start())
        end = name_at(reading, posts, at) if at > match.start() else None
        if end and not _PLACED_BY.search(reading.low, 0, match.start()):
            yield at, end


def _posted(reading: Reading, posts: Posts) -> Iterator[tuple[int, int]]:
    """Names directly behind a post and its body, and those that follow it in a list of that post."""
    for phrase in posts.phrases:
        at = name_behind(reading, phrase)
        if at is None:
            continue
        end = name_at(reading, posts, at)
        if end is None or (_doubtful(phrase, reading.text[at:end])):
            continue
        yield at, end
        if phrase.several:
            yield from _rest(reading, posts, end)


def name_behind(reading: Reading, phrase: Phrase) -> int | None:
    """Return where the name of who holds a post begins: inside a place's words where they took its first word."""
    text, end = reading.text, phrase.end
    listing = (phrase.several and not (phrase.body and phrase.body.group)) or phrase.body is None
    if listing and (colon := re.compile(r"\s?: ").match(text, end)):
        return after_ranks(reading, colon.end())
    if text[end : end + 2] == " (" and not (phrase.body and phrase.body.group):
        return _in_bracket(reading, end + 2)
    if text[end : end + 1] != " ":
        return None
    last = text.rfind(" ", phrase.start, end) + 1
    if (
        phrase.body
        and phrase.body.place
        and matching(text[last:end]) in surnames()
        and text[end + 1 : end + 2].isupper()
    ):
        return last
    return after_ranks(reading, addresses.behind(reading.low, end + 1))


def _in_bracket(reading: Reading, at: int) -> int | None:
    """Return where a person's name begins in a bracket: behind a form of address, or of three words or more."""
    start = after_ranks(reading, addresses.behind(reading.low, at))
    run = _RUN.match(reading.text, start)
    return start if run and (start > at or run[0].count(" ") > 1) else None


def _doubtful(phrase: Phrase, name: str) -> bool:
    """Whether two words behind a party committee are rather its place: "Huyện ủy Kim Sơn"."""
    committee = phrase.body is not None and phrase.body.label.endswith(" ủy") and not phrase.body.place
    return committee and name.count(" ") == 1


def _rest(reading: Reading, posts: Posts, end: int) -> Iterator[tuple[int, int]]:
    """The further names of a list, behind one that ends at `end`."""
    at = _behind_bracket(reading, end)
    while separator := NEXT.match(reading.low, at):
        start = after_ranks(reading, separator.end())
        last = name_at(reading, posts, start)
        if last is None:
            return
        yield start, last
        at = _behind_bracket(reading, last)


def _behind_bracket(reading: Reading, end: int) -> int:
    """Return where the bracket ends that stands behind a name: "Võ An (Bộ Tài chính)"."""
    match = _BRACKET.match(reading.text, end)
    return match.end() if match else end


def _listed(reading: Reading, posts: Posts) -> Iterator[tuple[int, int]]:
    """Names in a list behind "các đồng chí:", each perhaps with its posts."""
    for match in _ADDRESS_MANY.finditer(reading.low):
        at: int | None = after_ranks(reading, match.end())
        while at is not None:
            end = name_at(reading, posts, at)
            if end is None:
                break
            yield at, end
            at = _next_in_list(reading, posts, end)


def _next_in_list(reading: Reading, posts: Posts, end: int) -> int | None:
    sign = _SIGN.match(reading.low, end)
    chain = posts.chain(sign.end()) if sign else []
    last = chain[-1].end if chain else end
    separator = NEXT.match(reading.low, last)
    return after_ranks(reading, separator.end()) if separator else None


def _titled(reading: Reading, posts: Posts) -> Iterator[tuple[int, int]]:
    """Names with a post behind them: "Lại Hữu Tường - Phó Chánh Văn phòng Tỉnh ủy"."""
    inside = [(m.start, m.end) for m in reading.mentions if m.whole]
    for phrase in posts.phrases:
        if phrase.several or phrase.body is None:
            continue
        start = _name_before(reading, phrase.start)
        if start is None or any(a <= start < b for a, b in inside):
            continue
        end = name_at(reading, posts, start)
        if end and end >= phrase.start - 3 and not _PLACED_BY.search(reading.low, 0, start):
            yield start, end


def _name_before(reading: Reading, post: int) -> int | None:
    """Return the start of the run of capitalised words that a comma or dash parts from a post."""
    before = re.compile(rf"({_WORD}(?: {_WORD})+)(?:, | [-–] | ?[-–] ?| \()$").search(
        reading.text, max(0, post - 60), post
    )
    return before.start(1) if before else None


def _places(reading: Reading, folded: str) -> list[tuple[int, int]]:
    expression = re.compile(r"(?<!\w)" + re.escape(folded).replace(r"\ ", " ") + r"(?!\w)")
    return [match.span() for match in expression.finditer(reading.low)]
