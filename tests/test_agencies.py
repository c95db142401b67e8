"""Names of bodies and groups, by the grammar of official Vietnamese."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.agencies import Reader
from kg.extract.names import Mention
from kg.records import Level
from tests.phrases import names

CLOSED = [
    ("Sở Y tế kiểm tra.", ["Sở Y tế"], "a fixed name ends before its predicate"),
    (
        "Sở Nông nghiệp và Phát triển nông thôn tổng hợp.",
        ["Sở Nông nghiệp và Phát triển nông thôn"],
        "a name with 'và' in it",
    ),
    (
        "Sở Văn hóa, Thể thao và Du lịch tham mưu.",
        ["Sở Văn hóa, Thể thao và Du lịch"],
        "a name with a comma in it",
    ),
    (
        "Sở Y tế và Sở Tài chính thực hiện.",
        ["Sở Y tế", "Sở Tài chính"],
        "'và' between two bodies",
    ),
    ("Ban Tuyên giáo Tỉnh ủy chủ trì.", ["Ban Tuyên giáo Tỉnh ủy"], "a name inside a longer one is no mention"),
    ("Văn phòng Tỉnh ủy theo dõi.", ["Văn phòng Tỉnh ủy"], "an office is not the committee"),
    (
        "Thường trực Tỉnh ủy, Ban Thường vụ Tỉnh ủy, Tỉnh ủy và Văn phòng Tỉnh ủy.",
        ["Thường trực Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "Tỉnh ủy", "Văn phòng Tỉnh ủy"],
        "four bodies",
    ),
    ("Ngân hàng Nhà nước Việt Nam báo cáo.", ["Ngân hàng Nhà nước Việt Nam"], "a national bank"),
    ("Công an tỉnh tuần tra.", ["Công an t�imh".replace("im", "in")], "placeholder"),
]
