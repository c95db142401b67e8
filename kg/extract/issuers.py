"""In whose name a notice is issued, and the body of the post its signatory signs with.

The words of the signature decide ("TL. TRƯỞNG BAN": the committee; "TM. BAN THƯỜNG VỤ": the standing committee);
else the letterhead; else the body whose head signs; else the sentence that closes the notice ("Văn phòng Tỉnh ủy
thông báo …"), or in whose name it says to do so ("Thừa lệnh …"). Where the notice shows none of these, or two that
do not agree, there is no issuer. Pure functions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.extract.agencies import Reader
from kg.extract.facts import usual
from kg.extract.found import Found, HeldPost, Letterhead, Person, Signature
from kg.extract.labels import PARTY_BOARDS
from kg.extract.names import Mention, Name
from kg.extract.places import COMMUNE_KINDS
from kg.extract.posts import GOVERNMENT, read_post
from kg.extract.reading import Reading
from kg.extract.resolve import key, resolve
from kg.language.words import fold, pattern
from kg.layout import Zone
from kg.records import Level

PRIME_MINISTER = Name("Thủ tướng Chính phủ", "Thủ tướng", Level.CENTRAL, national=True)
_OFFICE_OF_GOVERNMENT = Name("Văn phòng Chính phủ", "Văn phòng", Level.CENTRAL, national=True)
_CLOSING = pattern(
    r" (?:xin |trân trọng |kính )*(?:thông báo|truyền đạt)(?! số)(?! kết(?![^.\n]*(?: để | biết| tới | đến )))"
)
_BY_COMMAND = pattern(r"(?:^|\n)\W*thừa lệnh [^\n.;:]{3,120}, ?$")
_OFFICE = "Văn phòng"
_OWN_OFFICE = pattern(
    r"(?:^|\n|[.,;] )(?P<office>văn phòng) (?:xin |trân trọng |kính )*(?:thông báo|truyền đạt)"
    r"(?= để | tới | đến | cho )"
)
_ORDER = pattern(r"(?: \([^)]*\))? (?:chỉ thị|yêu cầu|điện|giao)(?!\w)")
_PARTY = pattern(r"(?<!\w)((?:tỉnh|thành|huyện|thị|quận|đảng) ủy)(?!\w)")
_PARTY_LEVELS = {
    "Tỉnh ủy": Level.PROVINCE,
    "Thành ủy": Level.PROVINCE,
    "Huyện ủy": Level.DISTRICT,
    "Thị ủy": Level.DISTRICT,
    "Quận ủy": Level.DISTRICT,
}
_COUNCILS = ("Ủy ban nhân dân", "Hội đồng nhân dân")
_COMMUNE_COMMITTEE = tuple(f"Đảng ủy {kind} " for kind in COMMUNE_KINDS)
_STANDING = frozenset({"ban thường vụ", "thường trực", "ban chấp hành", "thường vụ"})
_COMMITTEES = ("Ban Chỉ đạo", "Ban Chỉ huy", "Hội đồng", "Tiểu ban")
_OWN_KINDS = ("tỉnh", "thành phố", "Thành phố")


def issuer(reading: Reading, head: Letterhead, signed: Signature | None) -> Found[Name] | None:
    """Return the body in whose name the notice is issued, under the name the notice's own text has for it."""
    context = _Context(reading, head)
    for find in (context.by_authority, context.by_letterhead, context.by_post):
        found = find(signed)
        if found:
            return context.in_full(found)
    return context.by_closing() or context.by_own_office() or context.by_order()


def signatory(reading: Reading, head: Letterhead, signed: Signature | None, issued_by: Name | None) -> Person | None:
    """Return who signs with the posts written there; None where no name is printed."""
    if signed is None or signed.name is None:
        return None
    context = _Context(reading, head)
    held = [held for post in signed.posts if (held := context.held(post, issued_by))]
    name = signed.name
    return Person(name.value, name.start, name.end, tuple(held), ((name.start, name.end),), "signature")


def _of_minister_chairman(folded: str) -> bool:
    """Whether a post is that of the minister who chairs an office of the Government: "Bộ trưởng, Chủ nhiệm"."""
    return "bộ trưởng" in folded and "chủ nhiệm" in folded


class _Context:
    """The bodies that a notice's letterhead and text offer for a post to belong to."""

    def __init__(self, reading: Reading, head: Letterhead) -> None:
        self._reading = reading
        above = max((block.end for block in reading.layout.zone(Zone.LETTERHEAD)), default=0)
        named = [m.name for m in reading.mentions if m.start >= above]
        self._names = [name for name in named if not (name.group or name.generic or name.bare)]
        self._organs = [self._own(organ.value) for organ in head.organs]
        self._span = (head.organs[0].start, head.organs[0].end) if head.organs else (0, 0)

    # ------------------------------------------------------------ the ways an issuer is known

    def by_authority(self, signed: Signature | None) -> Found[Name] | None:
        for line in signed.authority if signed else ():
            mark, words = line.value
            in_name = mark == "TM" or fold(words) in _STANDING
            body = self._represented(words) if in_name else self.of_post(words)
            if body:
                return Found(body, line.start, line.end, "signed in the name of")
        return None

    def by_letterhead(self, signed: Signature | None) -> Found[Name] | None:
        if not self._organs:
            return None
        return Found(self._organs[-1], *self._span, rule="letterhead")

    def by_post(self, signed: Signature | None) -> Found[Name] | None:
        """The body whose head signs: "CHÁNH VĂN PHÒNG" alone."""
        for post in signed.posts if signed else ():
            role = post.value.split(",")[0]
            body = PRIME_MINISTER if role == "Thủ tướng" else self._head_office(role) or self.of_post(role)
            if body:
                return Found(body, post.start, post.end, "body of the signatory")
        return None

    def by_closing(self) -> Found[Name] | None:
        """The body that says at the end that it makes this known."""
        mentions = [m for m in self._reading.mentions if _CLOSING.match(self._reading.low, m.end) and not m.name.group]
        blocks = [b for b in self._reading.layout.zone(Zone.ITEMS, Zone.OPENING) if b.start]
        near_end = blocks[max(0, len(blocks) - 3)].start if blocks else 0
        last = [m for m in mentions if m.start >= near_end and not m.name.generic]
        if not last:
            return None
        body = self._commanding(last[-1]) or last[-1]
        return Found(self._own(body.name), body.start, body.end, "closing sentence")

    def in_full(self, found: Found[Name]) -> Found[Name]:
        """Return an office under the fuller name that it makes itself known by at the end.

        "Văn phòng" under "UBND huyện" is that of both councils where it signs so.
        """
        closing = self.by_closing() if found.value.label.startswith(f"{_OFFICE} ") else None
        if closing is None or not closing.value.label.startswith(f"{_OFFICE} "):
            return found
        name, kind = closing.value, closing.value.place
        if kind and found.value.place.startswith(f"{kind} "):
            name = replace(name, label=f"{name.base} {found.value.place}", place=found.value.place)
        whose = found.value.label.removeprefix(f"{_OFFICE} ")
        fuller = name.label.endswith(f" {whose}") and name.label != found.value.label
        return replace(closing, value=name) if fuller else found

    def by_own_office(self) -> Found[Name] | None:
        """The office of the one ministry or council that the title names, where it makes this known as "Văn phòng"."""
        blocks = [b for b in self._reading.layout.zone(Zone.ITEMS, Zone.OPENING) if b.start]
        start = blocks[max(0, len(blocks) - 3)].start if blocks else 0
        match = _OWN_OFFICE.search(self._reading.low, start)
        titles = self._reading.layout.zone(Zone.TITLE)
        if match is None or not titles:
            return None
        titled = [m.name for m in self._reading.mentions if titles[0].start <= m.start < titles[-1].end]
        bodies = {n.label: n for n in titled if n.label.startswith(("Bộ ", *_COUNCILS)) and not (n.group or n.bare)}
        if len(bodies) != 1:
            return None
        body = next(iter(bodies.values()))
        return Found(self._own(self._office_of(body)), match.start("office"), match.end("office"), "closing sentence")

    def _commanding(self, office: Mention) -> Mention | None:
        """In whose name an office makes it known: "Thừa lệnh Bộ trưởng, Văn phòng Bộ thông báo".

        The Government's office issues what it makes known under its own number, whoever commands it.
        """
        command = _BY_COMMAND.search(self._reading.low, max(0, office.start - 140), office.start)
        if command is None or office.name.label == _OFFICE_OF_GOVERNMENT.label:
            return None
        return next((m for m in self._reading.mentions if command.start() <= m.start < office.start), None)

    def by_order(self) -> Found[Name] | None:
        """Of a directive or telegram without letterhead: who orders."""
        titles = self._reading.layout.zone(Zone.TITLE)
        low = self._reading.low
        if not titles or not low.startswith(("chỉ thị", "công điện"), titles[0].start):
            return None
        opening = self._reading.layout.zone(Zone.OPENING)
        for mention in self._reading.mentions:
            inside = any(b.start <= mention.start < b.end for b in opening)
            if inside and not mention.name.group and not mention.name.generic and _ORDER.match(low, mention.end):
                return Found(self._own(mention.name), mention.start, mention.end, "the body that orders")
        return None

    # ------------------------------------------------------------ posts and their bodies

    def of_post(self, role: str) -> Name | None:
        """Return the body that a post without one belongs to, where the notice leaves one reading."""
        folded = fold(role)
        if _of_minister_chairman(folded):
            return self._organ(lambda n: n.head != "Bộ") or _OFFICE_OF_GOVERNMENT
        if "thủ tướng" in folded:
            return PRIME_MINISTER
        phrase = read_post(role)
        if phrase and phrase.body:
            return self._own(self._in_text(phrase.body))
        tests: tuple[tuple[str, Callable[[Name], bool]], ...] = (
            (r"trưởng ban|chỉ huy trưởng", lambda n: n.head in _COMMITTEES or n.label.startswith("Ban ")),
            (r"bộ trưởng|thứ trưởng", lambda n: n.label.startswith("Bộ ")),
            (r"chủ tịch", lambda n: n.label.startswith(_COUNCILS)),
            (r"chủ nhiệm", lambda n: n.label.startswith(("Văn phòng Chính phủ", "Ủy ban"))),
            (r"bí thư", lambda n: bool(_PARTY.fullmatch(fold(n.base)))),
            (r"chánh văn phòng", lambda n: n.label.startswith("Văn phòng")),
            (
                r"giám đốc",
                lambda n: n.label.startswith(("Sở", "Công an", "Kho bạc", "Trung tâm", "Bệnh viện", "Công ty")),
            ),
        )
        for words, test in tests:
            if re.search(words, folded):
                return self._organ(test) or self._committee(words) or self._most(test)
        return self._organs[-1] if self._organs else None

    def held(self, post: Found[str], issued_by: Name | None) -> HeldPost | None:
        """Return a post of the signatory with its body."""
        phrase = None if _of_minister_chairman(fold(post.value)) else read_post(post.value)
        role = phrase.role if phrase else post.value
        body = phrase.body if phrase and phrase.body else None
        if body and body.label == GOVERNMENT.label:
            return HeldPost(role, GOVERNMENT, post.start, post.end)
        if body:
            body = self._own(self._in_text(body))
        body = body or self._of_issuer(role, issued_by) or self.of_post(role)
        return HeldPost(role, body, post.start, post.end) if body else None

    def _of_issuer(self, role: str, issued_by: Name | None) -> Name | None:
        if issued_by is None:
            return None
        if _OFFICE in role and issued_by.label.startswith(f"{_OFFICE} "):
            return issued_by
        if _OFFICE in role:
            return self._head_office(role) or self._office_of(issued_by)
        fits = {
            "Chủ nhiệm": ("Văn phòng Chính phủ", "Ủy ban"),
            "Chủ tịch": _COUNCILS,
            "Trưởng ban": _COMMITTEES,
            "rưởng": ("Bộ ",),
        }
        heads = next((heads for word, heads in fits.items() if word.casefold() in role.casefold()), ())
        return issued_by if heads and issued_by.label.startswith(heads) else None

    def _head_office(self, role: str) -> Name | None:
        """The office whose Chánh Văn phòng signs: of the letterhead, of the closing sentence, of the last line kept."""
        if "Văn phòng" not in role:
            return None
        offices = [n for n in self._organs if n.label.startswith("Văn phòng")]
        closing = self.by_closing()
        if offices:
            return offices[-1]
        if closing and closing.value.label.startswith("Văn phòng"):
            return closing.value
        return None

    def _office_of(self, body: Name) -> Name:
        if body.label.startswith("Văn phòng"):
            return body
        if body.label.startswith(_COMMUNE_COMMITTEE):
            return replace(body, label=f"Văn phòng {body.label}", head="Văn phòng", inner=body)
        if (party := _PARTY.search(fold(body.label))) and not body.label.startswith(PARTY_BOARDS):
            label = f"Văn phòng {party[1].capitalize()}"
            return Name(label, "Văn phòng", body.level)
        if body.label.startswith(_COUNCILS):
            return replace(body, label=f"Văn phòng {body.label}", head="Văn phòng", inner=body)
        return Name(f"Văn phòng {body.label}", "Văn phòng", body.level, national=body.national, inner=body)

    def _represented(self, words: str) -> Name | None:
        """The body behind "TM.": a standing committee is that of the party committee the notice names."""
        folded = fold(words)
        if folded in _STANDING:
            committee = self._committee("bí thư")
            label = words.capitalize() if folded != "ban thường vụ" else "Ban Thường vụ"
            return Name(f"{label} {committee.label}", label, committee.level, inner=committee) if committee else None
        if organ := self._organ(lambda n: fold(n.label).startswith(f"{folded} ")):
            return organ
        mentions = resolve([*self._reading.mentions, *Reader(usual(words)).mentions()])[len(self._reading.mentions) :]
        name = mentions[0].name if mentions else None
        if name is None or name.bare or name.label in _COUNCILS:
            return self._organ(lambda n: fold(n.label).startswith(folded)) or self._most(
                lambda n: fold(n.label).startswith(folded)
            )
        return self._own(self._in_text(name))

    def _committee(self, words: str) -> Name | None:
        """The party committee of the notice, by its letterhead or by how often its bodies are named."""
        if "bí thư" not in words:
            return None
        labels = [n.label for n in self._organs] or [n.label for n in self._names]
        counts = Counter(match[1] for label in labels if (match := _PARTY.search(fold(label))))
        if not counts:
            return None
        label = counts.most_common(1)[0][0].capitalize()
        own = next((n.level for n in self._organs if fold(n.base) == fold(label)), None)
        return Name(label, label, own or _PARTY_LEVELS.get(label))

    # ------------------------------------------------------------ candidates

    def _organ(self, test: Callable[[Name], bool]) -> Name | None:
        return next((name for name in self._organs if test(name)), None)

    def _most(self, test: Callable[[Name], bool]) -> Name | None:
        """The body that the text names most among those that fit; None where two are named as often."""
        fitting = [self._own(n) for n in self._names if test(n) and not n.inner]
        counts = Counter(key(n.label) for n in fitting).most_common(2)
        if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
            return None
        return next(n for n in fitting if key(n.label) == counts[0][0])

    def _own(self, name: Name) -> Name:
        """Return a body of the notice's own province without the province's name, as the text writes it."""
        short = _without_province(name)
        if short is None and name.place:
            kind = re.match(r"(?:thành phố|huyện|quận|thị xã|xã|phường) ", name.place)
            bare = replace(name, label=f"{name.base} {kind[0].strip()}", place=kind[0].strip()) if kind else None
            short = bare if bare and _same(self._names, bare) else None
        return self._in_text(self._unplaced(short or name))

    def _spelt(self, name: Name) -> Name | None:
        """The one body of the text with a committee's words, which capitals hide: "BAN CHỈ ĐẠO XÂY DỰNG NTM"."""
        if name.place or name.head not in _COMMITTEES:
            return None
        alike = {key(n.label): n for n in self._names if key(n.base) == key(name.label)}
        return next(iter(alike.values())) if len(alike) == 1 else None

    def _unplaced(self, name: Name) -> Name:
        """Return a body without its place where the text names it only so: "Sở Y tế" of "SỞ Y TẾ TỈNH SÔNG LAM"."""
        placed = name.place in _OWN_KINDS or bool(_PARTY.search(fold(name.base)))
        bare = replace(name, label=name.base, place="")
        return bare if placed and not _same(self._names, name) and _same(self._names, bare) else name

    def _in_text(self, name: Name) -> Name:
        """Return the same name as the text spells it, its place added where the text has it with its own."""
        same = _same(self._names, name) or self._spelt(name)
        return (
            replace(name, label=same.label, head=same.head, national=same.national, level=same.level) if same else name
        )


def _same(names: Iterable[Name], wanted: Name) -> Name | None:
    return next((name for name in names if key(name.label) == key(wanted.label)), None)


def _without_province(name: Name) -> Name | None:
    """Return a provincial body's name with "tỉnh" for the province, None where it names none."""
    if not name.province:
        return None
    bare = re.sub(r"^(?:tỉnh|thành phố) ", "", name.province)
    if not name.label.endswith(f" {bare}"):
        return None
    label = name.label.removesuffix(f" {bare}")
    kind = next((kind for kind in _OWN_KINDS if label.endswith(kind)), "")
    return replace(name, label=label, place=kind, province=None)
