"""The list "Nơi nhận": each body that gets the notice, under its full name.

An entry's short words are spelled out on a copy, which is read like any text; the whole entry is the passage. Who
is only a post stands for the body ("CT, PCT UBND tỉnh"); notes in brackets, archives, initials, "Như trên" and units
inside an office ("VPCP: BTCN, các Vụ") are no recipients. A pure function of the reading and the issuer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.data import table
from kg.extract.agencies import Reader
from kg.extract.found import Found
from kg.extract.lexicon import recipient_abbreviations
from kg.extract.names import Mention, Name
from kg.extract.reading import Reading
from kg.extract.resolve import key, resolve
from kg.language.words import matching, pattern
from kg.layout import Zone
from kg.records import Level

_HEADING = pattern(r"\W*nơi nhận\W*")
_BRACKETS = re.compile(r"\([^()]*\)?")
_DROPPED = pattern(
    r"\W*(?:như (?:trên|kính gửi|điều|mục|đã)|thành phần (?:dự|tham|như|mời|họp)|các (?:đại biểu|thành phần)|"
    r"(?:lđvp|lãnh đạo văn phòng|lãnh đạo vp)(?:,|;|$|\W*$)|"
    r"(?:các |tất cả các )?(?:phòng|p\.) (?:cvvp|chuyên viên|cv vp|nghiên cứu|tổng hợp,)|"
    r"(?:các |tất cả các )?(?:phòng|đơn vị|vụ|ban|p\.)(?: chuyên môn| nghiệp vụ| chức năng|"
    r" đơn vị)?,? ?(?:trực )?thuộc (?:sở|bộ|cục|văn phòng|vp)|"
    r"các đơn vị trực thuộc|các phòng(?:$|,| chuyên| nghiệp))"
)
_SECTIONS = pattern(r"\W*(?:các )?(?:phòng|p\.)\s?:")
_ARCHIVE = pattern(r"\W*lưu\W*(?:tại )?")
_PORTAL = pattern(r"cổng (?:tt ?đt|thông tin điện tử|tt điện tử)(?: ?cp| chính phủ)?")
_PORTAL_NAME = "Cổng Thông tin điện tử"
_GAZETTE = pattern(r"(?<!\w)công báo(?!\w)")
_OFFICE = pattern(
    r"(?:vpcp|vpub|vpubnd|văn phòng chính phủ|(?:văn phòng|vp) (?:ubnd|ủy ban nhân dân|hđnd|tỉnh ủy|thành ủy|"
    r"huyện ủy|đòan đbqh)[^:]{0,40}|vptu)\s?:"
)
_OWN_HEADS = pattern(
    r"\W*(?:ban (?:giám đốc|lãnh đạo) sở\W*$|"
    r"(?:các )?(?:đồng chí )?(?:bộ trưởng|thứ trưởng|giám đốc|cục trưởng|tổng giám đốc|viện trưởng|tgđ|gđ)"
    r"(?:\s*[,;]?\s*(?:và )?(?:các )?"
    r"(?:thứ trưởng|phó tổng giám đốc|ptgđ|phó giám đốc|pgđ|p\.? ?giám đốc|phó cục trưởng))?(?: sở| bộ| cục)?\W*$)"
)
_CHAIRED = ("Ủy ban nhân dân", "Hội đồng nhân dân")
_OWN_CHAIRS = pattern(r"\W*(?:chủ tịch|ct)(?:,| và|, và) (?:các )?(?:phó chủ tịch|pct)\W*$")
_LISTED = pattern(
    r"(?:bộ|sở|phòng|ban|cục|vụ)(?:,? (?:và )?(?:ban|ngành|cơ quan|đơn vị|bộ|sở|vụ))*(?: tỉnh| thành phố)?\s?:"
)
_OFFICE_HEADS = pattern(
    r"(?:cvp|pcvp|chánh văn phòng|phó chánh văn phòng)[,.]? ?(?:và )?(?:các )?(?:pcvp|"
    r"phó chánh văn phòng)?[,.]?\s?(?:vp )?(?=ubnd|hđnd|ủy ban|hội đồng)"
)
_OF_ASSEMBLY = pattern(r"(?:các )?(?:cơ quan|ủy ban|ub) (?:của )?(?:qh|quốc hội)\s?:\s?")
_DISTRIBUTED = pattern(
    r"(ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân)\s?:\s?(?=tp|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)"
)
_STANDING_BOTH = pattern(
    r"(?:ttr?|thường trực)\.? ?(?:tu|(?:tỉnh|thành|huyện|quận|thị|đảng) ủy)(?:, | và )"
    r"(?=hđnd|hội đồng nhân dân)"
)
"""Of a party committee and the council beside it the standing committees are meant."""

_STANDING = pattern(r"(?:tt|thường trực)\s?:\s?(?=tu(?!\w)|tỉnh ủy|thành ủy|huyện ủy|hđnd|hội đồng)")
_OFFICES = pattern(r"(?:các )?(?:vp|văn phòng)\s?:\s?(?=(?:tu|tỉnh ủy|thành ủy|hđnd|ubnd|đòan đbqh|đđbqh)(?!\w))")
_LAST_PLACE = pattern(r" (?:tỉnh|thành phố|huyện)$")
_BARE_GROUP = pattern(r"(?:sở|ban|ngành|cơ quan|đơn vị|đòan thể|tổ chức)(?!\w)")
_MEANT = (
    (
        re.compile(r"\bBCH(?= (?:Quân sự|QS)\b(?! ?(?:huyện|quận|thị|xã|phường|các)))|\bBCH(?= ?(?:BĐBP|Bộ đội))"),
        "Bộ Chỉ huy",
    ),
    (re.compile(r"\bBCH(?= (?:Quân sự|QS|PTDS|PCTT|PCLB|[Pp]hòng)\b)"), "Ban Chỉ huy"),
    (re.compile(r"(?i)\bCT ?[-–] ?XH\b"), "chính trị - xã hội"),
    (
        re.compile(r"(?i)\bBTC(?= (?:các )?(?:(?:tỉnh|huyện|thị|thành|quận)(?:, ?| và | )){1,4}[uủ][yỷ]\b)"),
        "Ban Tổ chức",
    ),
    (re.compile(r"(?<=[Đđ]iều phối )CT\b|(?<=Ban Chỉ đạo )CT(?= (?:MTQG|mục tiêu|xây dựng))"), "Chương trình"),
    (re.compile(r"(?<=Quản lý )DA\b|(?<=QL )DA\b"), "dự án"),
    (re.compile(r"(?<=ĐBQH)&(?=HĐND)"), " và "),
    (re.compile(r"\bKho bạc NN\b"), "Kho bạc Nhà nước"),
    (re.compile(r"\bKV\.? ?(?=\d|[IVX]+\b)"), "khu vực "),
    (re.compile(r"(?<= )VN\b"), "Việt Nam"),
    (re.compile(r"(?i)\bTT ?/ ?(?=UBND|HĐND|UB|TU\b|tỉnh ủy|thành ủy|huyện ủy)"), "TT "),
    (
        re.compile(
            r"(?i)^TT\.? (?=công nghệ|CN |CNTT|tin học|thông tin|công báo|phục vụ|nước|NS|phát triển|khuyến|xúc tiến"
            r"|y tế|văn hóa|dịch vụ|kiểm soát|giáo dục|lưu trữ|quan trắc|kỹ thuật|đăng kiểm|điều hành)"
        ),
        "Trung tâm ",
    ),
    (re.compile(r"(?i)^Trung tâm CN(?= và| tỉnh| thành phố)"), "Trung tâm Công nghệ"),
    (re.compile(r"(?i)\b(công ty|cty) CP\b"), r"\1 Cổ phần"),
    (re.compile(r"(?i)\bcổng TT\.? ?(?=điện tử)"), "Cổng Thông tin "),
    (
        re.compile(r"(?i)\bBáo và (?:Đài )?(?:PTTH|PT-TH|PT&TH|PT, ?TH|phát thanh (?:-|–|và) truyền hình)"),
        "Báo và phát thanh, truyền hình",
    ),
    (re.compile(r"(?<![&\w])PTNT\b"), "Phát triển nông thôn"),
    (re.compile(r"(?i)\bmặt trận\b(?! tổ quốc)"), "Mặt trận Tổ quốc"),
    (
        re.compile(r"(?i)hội đồng dân tộc và các ủy ban của quốc hội"),
        "Hội đồng Dân tộc của Quốc hội và các Ủy ban của Quốc hội",
    ),
    (re.compile(r"(?i)^văn phòng trung ương(?! đảng)"), "Văn phòng Trung ương Đảng"),
)
_CENTRE = pattern(
    r"trung tâm (?!.*trung tâm)[^,;:]{2,60}(?: và cổng thông tin điện tử|công báo(?: và| -) )[^,;:]{0,40}"
)
"""One centre, whose name holds that of a portal or a gazette."""

_NAMING_HEAD = pattern(r"(?<!\w)(?:đài|trung tâm|trạm|công ty|chi cục|cục|viện|hội|báo) $")
_OWN = frozenset({"tỉnh", "thành phố", "huyện"})
_INITIALS = re.compile(r"[A-ZĐ]{2,6}\.?$")
_SIGN_AFTER = re.compile(r"[\s.;,:]+$")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the list: its words on the copy, and the stretch they stand for."""

    words: str
    start: int
    end: int
    archive: bool = False


def recipients(reading: Reading, issuer: Name | None = None) -> list[Found[Name]]:
    """Return the bodies of the list, each once, in its order; the passage is the whole entry."""
    entries = list(_entries(reading))
    found: list[tuple[Name, _Entry, str]] = []
    raw: list[Mention] = []
    owners: list[_Entry] = []
    district = issuer is not None and issuer.level in {Level.DISTRICT, Level.COMMUNE}
    for entry in entries:
        own = _own_head(entry, issuer)
        if own:
            found.append((own, entry, "the issuer's head"))
            continue
        if _SECTIONS.match(matching(entry.words)) and not district:
            continue
        groups, rest = _groups(entry)
        found += [(name, entry, "recipients") for name in groups]
        for mention in _named(rest):
            raw.append(mention)
            owners.append(entry)
    known = len(reading.mentions)
    full = resolve([*reading.mentions, *raw])[known:]
    found += [(_of_issuer(m.name, issuer), entry, "recipients") for m, entry in zip(full, owners, strict=True)]
    found.sort(key=lambda item: item[1].start)
    first: dict[str, Found[Name]] = {}
    for name, entry, rule in found:
        first.setdefault(key(name.label), Found(name, entry.start, entry.end, rule))
    return list(first.values())


def _of_issuer(name: Name, issuer: Name | None) -> Name:
    """Return an office or portal without a place under the issuer's own: "VPUB" of a province is the province's.

    "TTTU" of a city is the standing committee of its Thành ủy.
    """
    if issuer and " thành phố" in issuer.label and name.label.endswith("Tỉnh ủy"):
        city = f"{name.label.removesuffix('Tỉnh ủy')}Thành ủy"
        return replace(name, label=city, head=name.head.replace("Tỉnh ủy", "Thành ủy"), inner=None)
    place = next((k for k in ("tỉnh", "thành phố", "huyện", "quận") if issuer and f" {k}" in f" {issuer.label}"), "")
    if place and name.label in {"Văn phòng Ủy ban nhân dân", "Cổng Thông tin điện tử", "Văn phòng Hội đồng nhân dân"}:
        return replace(name, label=f"{name.label} {place}", place=place)
    return name


def _groups(entry: _Entry) -> tuple[list[Name], _Entry]:
    """Return the groups that have a phrase of their own ("các Ban của Đảng"), and the entry without them."""
    found: list[Name] = []
    words = entry.words
    for row in table("recipient_groups"):
        expression = pattern(rf"(?:,? và |, )?(?:các )?{row['words']}".replace("trung ương", "(?:trung ương|tw|tư)"))
        if match := expression.search(matching(words)):
            level = Level(row["level"])
            found.append(Name(row["label"], row["label"], level, group=True, national=level is Level.CENTRAL))
            words = words[: match.start()] + words[match.end() :]
    return found, replace(entry, words=words)


def _entries(reading: Reading) -> Iterator[_Entry]:
    """Yield the entries, without notes, bullets and those that name no body."""
    inside = False
    for block in reading.layout.zone(Zone.RECIPIENTS):
        text = reading.text[block.content : block.end]
        heading = _HEADING.match(matching(text))
        if heading:
            text = text[heading.end() :]
        part = reading.text[block.start : block.content].strip()
        if inside and part.startswith("+"):
            continue
        words = _SIGN_AFTER.sub("", _BRACKETS.sub(" ", text)).strip()
        low = matching(words)
        inside = bool(_OFFICE.match(f"{low}:")) if text.rstrip().endswith(":") else inside and part.startswith("+")
        archive = _ARCHIVE.match(low)
        if archive:
            words = words[archive.end() :]
        if words and not _DROPPED.match(low) and not _only_initials(words):
            start = block.content + (heading.end() if heading else 0)
            yield _Entry(words, start, block.end, archive is not None)


def _only_initials(words: str) -> bool:
    """Whether an entry is the initials of a unit or of who typed the paper, and no body's short name: "VPCP"."""
    return bool(_INITIALS.fullmatch(words)) and not Reader(spelled(words)).mentions()


def _own_head(entry: _Entry, issuer: Name | None) -> Name | None:
    """A bare "Bộ trưởng" or "Giám đốc, các PGĐ Sở" is the issuer's own."""
    if issuer is None:
        return None
    low = matching(entry.words)
    chairs = issuer.label.startswith(_CHAIRED) and _OWN_CHAIRS.match(low)
    return issuer if chairs or _OWN_HEADS.match(low) else None


def _named(entry: _Entry) -> Iterator[Mention]:
    """Yield the bodies that an entry names."""
    for words, rest in _parts(entry.words):
        text = spelled(words)
        mentions = [m for m in Reader(text).mentions() if _counts(m, text)]
        if _CENTRE.fullmatch(matching(text)):
            mentions = [Mention(0, len(text), Name(text, "Trung tâm"), 0, len(text))]
        if not mentions and _BARE_GROUP.match(matching(text)):
            mentions = Reader(f"Các {text[:1].lower()}{text[1:]}").mentions()
        if not mentions and _PORTAL.fullmatch(matching(words)):
            mentions = [Mention(0, len(text), Name(_PORTAL_NAME, _PORTAL_NAME), 0, len(text))]
        mentions = list(_with_shared_place(mentions))
        if entry.archive:
            mentions = [m for m in mentions if not m.name.generic and " " in m.name.label and m.name.head != "Phòng"]
        yield from mentions
        if rest is not None:
            yield from _within(rest, mentions[-1] if mentions else None)


def _with_shared_place(mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions, councils without a place with that of the next: "TT HĐND, UBND tỉnh"."""
    for mention, after in zip(mentions, [*mentions[1:], None], strict=False):
        name = mention.name
        joined = after is not None and after.first == mention.first and after.name.place in _OWN
        if (
            joined
            and after is not None
            and not name.place
            and name.label.endswith(("Hội đồng nhân dân", "Ủy ban nhân dân"))
        ):
            place = after.name.place
            yield replace(
                mention, name=replace(name, label=f"{name.label} {place}", place=place, bare=False, inner=None)
            )
        else:
            yield mention


def _counts(mention: Mention, text: str) -> bool:
    """Whether a mention is a recipient and not the place of one ("… trên địa bàn tỉnh")."""
    if mention.name.acting and mention.name.head == mention.name.label and mention.name.label[:1].islower():
        return mention.name.province is not None and mention.start == 0
    if not mention.name.label[-1:].isalnum() and not mention.name.label.endswith(")"):
        return False
    before = matching(text[: mention.start])
    return not before.endswith(("trên địa bàn ", "của phó ", "thuộc "))


def _parts(words: str) -> Iterator[tuple[str, str | None]]:
    """Cut an entry into an office and what stands inside it: "VPCP: BTCN, Cổng TTĐT"."""
    match = _OFFICE.match(matching(words))
    if match:
        yield words[: match.end() - 1], words[match.end() :]
        return
    yield words, None


def _within(rest: str, office: Mention | None) -> Iterator[Mention]:
    """Yield what an office's entry names besides its own units: the portal, the gazette."""
    low = matching(rest)
    portal, gazette = _PORTAL.search(low), _GAZETTE.search(low)
    if portal and office:
        of = office.name.label.removeprefix("Văn phòng ").strip()
        inner = re.sub(r"^(?:Ủy ban nhân dân|Hội đồng nhân dân) ", "", of)
        label = f"{_PORTAL_NAME} {inner}"
        yield replace(office, name=Name(label, _PORTAL_NAME, office.name.level, national=office.name.national))
    if gazette:
        yield from Reader("Công báo").mentions()


# ---------------------------------------------------------------- spelling out


def spelled(words: str) -> str:
    """Return an entry with its short words in full, as the list "Nơi nhận" means them."""
    low = matching(words)
    if heads := _OFFICE_HEADS.search(low):
        words = f"{words[: heads.start()]}Văn phòng {words[heads.end() :]}"
        low = matching(words)
    if assembly := _OF_ASSEMBLY.match(low):
        return ", ".join(
            f"{part.strip()} của Quốc hội" for part in re.split(r", |; ", spelled(words[assembly.end() :]))
        )
    if both := _STANDING_BOTH.match(low):
        words = f"{words[: both.end()]}Thường trực {words[both.end() :]}"
    if standing := _STANDING.match(low):
        parts = re.split(r", |; ", spelled(words[standing.end() :]))
        return ", ".join(f"Thường trực {part.strip()}" for part in parts)
    if offices := _OFFICES.match(low):
        place = _LAST_PLACE.search(low)
        parts = [f"Văn phòng {part.strip()}" for part in re.split(r", |; ", words[offices.end() :])]
        ends = (place[0] if place and part.endswith(("HĐND", "UBND")) else "" for part in parts)
        return ", ".join(spelled(f"{part}{end}") for part, end in zip(parts, ends, strict=True))
    if distributed := _DISTRIBUTED.match(low):
        head = words[: distributed.end(1)]
        parts = re.split(r", |; ", words[distributed.end() :])
        return spelled(", ".join(f"{head} {part.strip()}" for part in parts))
    for expression, meant in _MEANT:
        words = expression.sub(meant, words)
    words = _in_full(words)
    for expression, meant in _MEANT:
        words = expression.sub(meant, words)
    return words


def _in_full(words: str) -> str:
    listed = _LISTED.search(matching(words))
    kept_from = listed.end() if listed else len(words)
    head, tail = words[:kept_from], words[kept_from:]
    return _expand(head) + tail


@cache
def _expression() -> re.Pattern[str]:
    written = sorted(recipient_abbreviations(), key=len, reverse=True)
    return re.compile(r"(?<![\w&/])(?:" + "|".join(map(re.escape, written)) + r")(?![\w&])\.?")


def _expand(text: str) -> str:
    """Spell out the abbreviations, those too that only lists of recipients use."""

    def full(match: re.Match[str]) -> str:
        written = match[0] if match[0] in recipient_abbreviations() else match[0].rstrip(".")
        words = recipient_abbreviations().get(written, match[0])
        named = _NAMING_HEAD.search(matching(text[: match.start()]))
        return words[:1].upper() + words[1:] if named else words

    previous = ""
    while previous != text:
        previous, text = text, _expression().sub(full, text)
    return text


__all__ = ["recipients", "spelled"]
