"""When a directive is due: last days, rhythms and times allowed, and the dates that are none of these."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.deadlines import FoundDeadline, find
from kg.records import Precision

REFERENCE = date(2025, 3, 10)


def found_in(text: str, reference: date | None = REFERENCE) -> list[FoundDeadline]:
    return find(text, 0, len(text), reference)


def values(text: str, reference: date | None = REFERENCE) -> list[str]:
    return [one.recurrence or one.duration or str(one.day) for one in found_in(text, reference)]


DATED = [
    ("Gửi danh sách trước ngày 15/4/2025.", "trước ngày 15/4/2025", "2025-04-15", "day", "the plain limit"),
    (
        "Trả lời trước 10h00' ngày 15/4/2025.",
        "trước 10h00' ngày 15/4/2025",
        "2025-04-15",
        "time",
        "minutes with a mark",
    ),
    ("Gửi danh sách trước 15/4/2025.", "trước 15/4/2025", "2025-04-15", "day", "without ngày"),
    (
        "Gửi danh sách trước 10 tháng 4 năm 2025.",
        "trước 10 tháng 4 năm 2025",
        "2025-04-10",
        "day",
        "in words without ngày",
    ),
    ("Ra quân đợt 1 từ 06/4 đến 20/4.", "đến 20/4", "2025-04-20", "day", "a stretch of days without ngày"),
    (
        "Bố trí lịch kiểm tra trong tuần lễ thứ nhất của tháng 4 năm 2025.",
        "trong tuần lễ thứ nhất của tháng 4 năm 2025",
        "2025-04-07",
        "day",
        "a week of a month",
    ),
    ("Báo cáo kết quả trong tuần 12.", "trong tuần 12", "2025-03-23", "day", "a coming week of the year"),
    ("Báo cáo trước 20 giờ cùng ngày.", "trước 20 giờ cùng ngày", "2025-03-10", "time", "the notice's own day"),
    (
        "Rà soát các công trình đã dùng trước khi Luật có hiệu lực, trình tỉnh trong tháng 4/2025.",
        "trong tháng 4/2025",
        "2025-04-30",
        "month",
        "a law that holds, in another part of the clause",
    ),
    ("Chỉ đạo các xã, bảo đảm đến năm 2026 huyện đạt chuẩn.", "đến năm 2026", "2026-12-31", "year", "a goal's year"),
    ("Trước ngày 15/4, các xã rà soát xong.", "Trước ngày 15/4", "2025-04-15", "day", "no year, at the head"),
    ("Báo cáo chậm nhất ngày 05/5/2025.", "chậm nhất ngày 05/5/2025", "2025-05-05", "day", "at the latest"),
    (
        "Báo cáo chậm nhất là đến ngày 05/5.",
        "chậm nhất là đến ngày 05/5",
        "2025-05-05",
        "day",
        "at the latest, more words",
    ),
    ("Báo cáo không muộn hơn ngày 5/5/2025.", "không muộn hơn ngày 5/5/2025", "2025-05-05", "day", "not later than"),
    ("Nộp hồ sơ, hạn chót 5/5/2025.", "hạn chót 5/5/2025", "2025-05-05", "day", "the last day by its name"),
    (
        "Lập danh mục; hoàn thành trước ngày 30/6/2025.",
        "hoàn thành trước ngày 30/6/2025",
        "2025-06-30",
        "day",
        "hoàn thành belongs",
    ),
    ("Có văn bản cam kết gửi sở trước 30.6.2025.", "trước 30.6.2025", "2025-06-30", "day", "a paper that promises"),
    ("Ký cam kết với hộ dân, xong trước 30.6.2025.", "xong trước 30.6.2025", "2025-06-30", "day", "xong belongs"),
    ("Bàn giao mặt bằng xong ngày 20/4/2025.", "xong ngày 20/4/2025", "2025-04-20", "day", "done on a day"),
    ("Duy trì chốt trực đến hết ngày 05/5/2025.", "đến hết ngày 05/5/2025", "2025-05-05", "day", "until"),
    (
        "Tổ chức kiểm tra từ ngày 01/4 đến ngày 15/4/2025.",
        "đến ngày 15/4/2025",
        "2025-04-15",
        "day",
        "the end of a range",
    ),
    ("Chuẩn bị để đến tháng 6/2025 tổ chức tiêm.", "đến tháng 6/2025", "2025-06-30", "month", "until a month"),
    ("Báo cáo Thường trực vào ngày 25/3/2025.", "vào ngày 25/3/2025", "2025-03-25", "day", "a report on a day"),
    (
        "Báo cáo vào chiều ngày thứ hai (17/3/2025).",
        "vào chiều ngày thứ hai (17/3/2025)",
        "2025-03-17",
        "time",
        "a part of a day",
    ),
    ("Gửi số liệu trước 17 giờ 00 ngày 12/3.", "trước 17 giờ 00 ngày 12/3", "2025-03-12", "time", "an hour"),
    ("Khắc phục xong trong ngày 12/3/2025.", "xong trong ngày 12/3/2025", "2025-03-12", "day", "within a day"),
    (
        "Trình Bộ Nội vụ trong tháng 11/2025.",
        "trong tháng 11/2025",
        "2025-11-30",
        "month",
        "a name that ends like a season's",
    ),
    ("Báo cáo trong tuần 12/2025.", "trong tuần 12/2025", "2025-03-23", "day", "a week of the year that is named"),
    ("Trình phê duyệt trong tháng 11/2025.", "trong tháng 11/2025", "2025-11-30", "month", "within a month"),
    (
        "Triển khai ngay trong tháng 4 năm 2025.",
        "ngay trong tháng 4 năm 2025",
        "2025-04-30",
        "month",
        "at once within a month",
    ),
    (
        "Di dời các hộ dân vào cuối tháng 10/2025.",
        "vào cuối tháng 10/2025",
        "2025-10-31",
        "month",
        "the end of a month",
    ),
    ("Trình phê duyệt trong quý III năm 2025.", "trong quý III năm 2025", "2025-09-30", "quarter", "within a quarter"),
    ("Rà soát, hoàn thành trong quý này.", "hoàn thành trong quý này", "2025-03-31", "quarter", "this quarter"),
    ("Sơ kết trong 6 tháng đầu năm 2026.", "trong 6 tháng đầu năm 2026", "2026-06-30", "half", "within a half"),
    ("Ban hành quy chế trong năm 2025.", "trong năm 2025", "2025-12-31", "year", "within a year"),
    ("Kết nối dữ liệu, hoàn thành tháng 6/2025.", "hoàn thành tháng 6/2025", "2025-06-30", "month", "done in a month"),
    ("Đến năm 2027, hoàn thành việc di dời.", "Đến năm 2027", "2027-12-31", "year", "a year at the head of the clause"),
    ("Phấn đấu đến năm 2027 đạt 90% số hộ.", "đến năm 2027", "2027-12-31", "year", "a year to strive for"),
    (
        "Từ nay đến cuối năm 2025, tập trung thu ngân sách.",
        "đến cuối năm 2025",
        "2025-12-31",
        "year",
        "a task from now until",
    ),
    ("Tháng 7/2025: sơ kết công tác.", "Tháng 7/2025", "2025-07-31", "month", "a month as a heading"),
    ("Cuối tháng 4 năm 2025: họp giao ban.", "Cuối tháng 4 năm 2025", "2025-04-30", "month", "its end as a heading"),
    ("Ngày 20/4/2025, các xã gửi kết quả.", "Ngày 20/4/2025", "2025-04-20", "day", "a day to come as a heading"),
    (
        "Báo cáo trữ lượng khai thác trong quý IV/2025 trước ngày 08/10/2025.",
        "trước ngày 08/10/2025",
        "2025-10-08",
        "day",
        "the day, not the period that is reported",
    ),
    (
        "Bàn giao mặt bằng, không chậm quá ngày 25/10/2025.",
        "không chậm quá ngày 25/10/2025",
        "2025-10-25",
        "day",
        "no later than",
    ),
    ("Thời hạn hoàn thành: quý II/2025.", "Thời hạn hoàn thành: quý II/2025", "2025-06-30", "quarter", "under a label"),
    (
        "Thời hạn hoàn thành: trước ngày 15/9/2025.",
        "Thời hạn hoàn thành: trước ngày 15/9/2025",
        "2025-09-15",
        "day",
        "label and limit",
    ),
    (
        "Giải quyết dứt điểm, thời hạn: trước Tết (ngày 31/12/2025).",
        "thời hạn: trước Tết (ngày 31/12/2025)",
        "2025-12-31",
        "day",
        "a feast, its date in brackets",
    ),
    (
        "Lập hồ sơ trong 10 ngày kể từ ngày 15/3/2025.",
        "trong 10 ngày kể từ ngày 15/3/2025",
        "2025-03-25",
        "day",
        "counted from a day",
    ),
    (
        "Địa phương chưa báo cáo phải gửi trước ngày 20/3/2025.",
        "trước ngày 20/3/2025",
        "2025-03-20",
        "day",
        "chưa says who",
    ),
]


@pytest.mark.parametrize(("text", "quote", "day", "precision", "why"), DATED)
def test_a_last_day(text: str, quote: str, day: str, precision: str, why: str) -> None:
    assert [(text[f.start : f.end], str(f.day), f.precision) for f in found_in(text)] == [
        (quote, day, Precision(precision))
    ], why


RECURRING = [
    ("Hằng tháng tổng hợp, báo cáo Sở Y tế.", "FREQ=MONTHLY", "before the verb"),
    ("Hằng năm, tiến hành rà soát danh mục.", "FREQ=YEARLY", "at the head, a comma"),
    ("Đài khí tượng hằng ngày cung cấp bản tin.", "FREQ=DAILY", "between subject and verb"),
    ("Duy trì họp giao ban hằng tuần.", "FREQ=WEEKLY", "at the end"),
    ("Định kỳ hằng quý báo cáo kết quả.", "FREQ=MONTHLY;INTERVAL=3", "a quarter is three months"),
    ("Định kỳ 06 tháng tham mưu sơ kết.", "FREQ=MONTHLY;INTERVAL=6", "a number of months"),
    ("Rà soát quy hoạch 6 tháng một lần.", "FREQ=MONTHLY;INTERVAL=6", "once in"),
    ("Họp giao ban 1 tuần/lần với nhà thầu.", "FREQ=WEEKLY", "once in, written short"),
    ("Diễn tập mỗi năm một lần.", "FREQ=YEARLY", "each year once"),
    ("Kiểm tra hiện trường mỗi tháng ít nhất một lần.", "FREQ=MONTHLY", "at least once"),
    ("Kiểm tra ít nhất 2 lần/năm.", "FREQ=MONTHLY;INTERVAL=6", "twice a year"),
    ("Thông tin độ mặn mỗi ngày 02 lần trên đài.", "FREQ=DAILY", "so many times each day"),
    ("Kiểm tra đột xuất ít nhất 05 công trường/tháng.", "FREQ=MONTHLY", "so many acts a month"),
    ("Trực tiếp tiếp công dân ít nhất 02 ngày trong tháng.", "FREQ=MONTHLY", "so many days a month"),
    ("Tổng hợp nhu cầu vào tuần đầu mỗi quý.", "FREQ=MONTHLY;INTERVAL=3", "a part of each quarter"),
    ("Báo cáo trước ngày 25 hằng tháng.", "FREQ=MONTHLY;BYMONTHDAY=25", "its day before"),
    ("Hằng tháng, trước ngày 25, báo cáo kết quả.", "FREQ=MONTHLY;BYMONTHDAY=25", "its day after"),
    ("Báo cáo trước ngày 05 và 20 hằng tháng.", "FREQ=MONTHLY;BYMONTHDAY=5,20", "two days"),
    ("Hằng tháng, tổng hợp và báo cáo trước ngày 05 tháng sau.", "FREQ=MONTHLY;BYMONTHDAY=5", "the day further on"),
    ("Báo cáo trước ngày 05 của tháng kế tiếp.", "FREQ=MONTHLY;BYMONTHDAY=5", "of the month that follows"),
    (
        "Báo cáo trước ngày 10 tháng đầu của quý sau.",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10",
        "of the quarter that follows",
    ),
    ("Hằng tuần, trước 16 giờ thứ Sáu, gửi kết quả.", "FREQ=WEEKLY;BYDAY=FR", "a weekday after"),
    ("Vệ sinh trường lớp vào chiều thứ Năm hằng tuần.", "FREQ=WEEKLY;BYDAY=TH", "a weekday before"),
    ("Báo cáo Bộ trước 19 giờ hằng ngày.", "FREQ=DAILY;BYHOUR=19", "an hour of each day"),
    ("Gửi số liệu trước 17 giờ 30 hằng ngày.", "FREQ=DAILY;BYHOUR=17;BYMINUTE=30", "an hour and its minutes"),
    ("Hằng ngày, trước 07h00, báo cáo mực nước.", "FREQ=DAILY;BYHOUR=7", "an hour after its day"),
    ("Báo cáo trước 6 giờ và 18 giờ hằng ngày.", "FREQ=DAILY;BYHOUR=6,18", "two hours of each day"),
    ("Báo cáo nhanh trước 5 giờ chiều hằng ngày.", "FREQ=DAILY;BYHOUR=17", "an hour of the afternoon"),
    ("Chốt số liệu trước 24 giờ hằng ngày.", "FREQ=DAILY", "an hour that no clock shows"),
    ("Báo cáo trước 25/12 hàng năm.", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25", "a day of each year"),
    ("Báo cáo trước ngày 15/6 và 15/12 hằng năm.", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15", "two days of each year"),
    ("Báo cáo trước ngày mùng 5 hằng tháng.", "FREQ=MONTHLY;BYMONTHDAY=5", "a day with 'mùng'"),
    ("Cứ 03 giờ một lần báo cáo diễn biến.", "FREQ=HOURLY;INTERVAL=3", "by the hour"),
    ("Báo cáo Thường trực vào phiên họp hằng tháng.", "FREQ=MONTHLY", "at a meeting that recurs"),
]


@pytest.mark.parametrize(("text", "rule", "why"), RECURRING)
def test_a_duty_that_recurs(text: str, rule: str, why: str) -> None:
    assert values(text) == [rule], why


ALLOWED = [
    ("Báo cáo trong vòng 10 ngày làm việc.", "P10D", "working days"),
    ("Trình phê duyệt trong 15 ngày kể từ ngày nhận đủ hồ sơ.", "P15D", "from an event"),
    ("Gửi biên bản chậm nhất 02 ngày sau cuộc họp.", "P2D", "after an event"),
    ("Phê duyệt chậm nhất trong 07 ngày làm việc.", "P7D", "at the latest within"),
    ("Báo cáo cấp trên trong 24 giờ.", "PT24H", "hours"),
    ("Báo cáo trong vòng 30 phút.", "PT30M", "minutes"),
    ("Xây dựng phương án trong 3 tháng.", "P3M", "months"),
    ("Thẩm định trong vòng 02 (hai) tuần.", "P14D", "weeks as days"),
    ("Trả lời trong thời hạn 5 - 7 ngày.", "P7D", "the longer of two"),
    ("Giải quyết hồ sơ không quá 05 ngày.", "P5D", "no more than"),
    ("Thẩm định phương án không quá 05 ngày làm việc.", "P5D", "no more than, of an appraisal"),
    ("Hoàn thành chậm nhất 30 ngày trước khi khai giảng.", "P30D", "before an event"),
    ("Gửi Thường trực HĐND tỉnh trước kỳ họp cuối năm ít nhất 15 ngày.", "P15D", "ahead of a session"),
    ("Thông báo cho dân trước khi xả lũ tối thiểu 04 giờ.", "PT4H", "ahead of an act"),
    ("Thống nhất giá trước khi vào vụ thu hoạch 01 tháng.", "P1M", "ahead of a season"),
    ("Gửi tài liệu cho đại biểu trước 10 ngày.", "P10D", "so many days ahead"),
    ("Trình trước 10 ngày so với ngày tổ chức lễ.", "P10D", "so many days ahead of a day"),
    ("Ra thông báo không quá 05 ngày làm việc.", "P5D", "working days bound a duty"),
    ("Bảo đảm an toàn; sau kỳ thi 05 ngày có báo cáo nhanh.", "P5D", "so many days behind an event"),
    ("Thanh toán trong ngày làm việc.", "P1D", "within the working day"),
]


@pytest.mark.parametrize(("text", "duration", "why"), ALLOWED)
def test_a_time_allowed(text: str, duration: str, why: str) -> None:
    assert values(text) == [duration], why


NONE = [
    ("Chấm dứt việc cho thuê đất quá thời hạn 5 năm.", "the term of a lease"),
    ("Cho thuê mặt bằng với thời hạn thuê 05 năm.", "the term of a lease"),
    ("Trình phương án kéo dài thời gian nộp tối đa không quá 24 tháng.", "a term that is made longer"),
    ("Sinh viên được gia hạn nộp học phí đến hết ngày 31/12/2025.", "a respite"),
    ("Bổ nhiệm lại 8 viên chức hết nhiệm kỳ trong quý IV/2025.", "whose term ends"),
    ("Giãn nợ cho các dự án có khả năng hoàn thành trong năm 2025.", "what works can"),
    ("Đàm phán các hiệp định mới trong cuối năm 2025 và đầu năm 2026.", "a time that goes on"),
    ("Đưa chỉ tiêu nhà ở vào kế hoạch phát triển kinh tế - xã hội hàng năm.", "yearly plans"),
    ("Bảo đảm thu nhập tối thiểu 05 triệu đồng/tháng.", "an amount in a time"),
    ("Triển khai trong tuần 35 của học kỳ, báo cáo trong tuần 40.", "weeks of a school's own"),
    ("Chuẩn bị nội dung làm việc với Bộ Y tế vào ngày 20/4/2025.", "a meeting with somebody"),
    ("Thống kê số ca mắc từ ngày 01/01/2025 đến ngày 15/4/2025.", "the days that are counted"),
    ("Giải ngân tính đến hết ngày 31/10/2025 đạt 72% kế hoạch.", "a statistic"),
    ("Theo số liệu đến ngày 30/9/2025 còn 12 xã chưa đạt.", "a statistic"),
    ("Trong 10 tháng đầu năm 2025, toàn tỉnh đã trồng 200 ha rừng.", "a finding"),
    ("Khắc phục việc chưa hoàn thành trong tháng 3/2025.", "a failure"),
    ("Xử lý các đơn vị quá hạn so với yêu cầu hoàn thành trước ngày 31/8/2025.", "a limit that was missed"),
    ("Thời hạn trước đây là ngày 30/6/2025.", "a limit of old"),
    ("Điều chuyển vốn của các dự án đến hết ngày 30/9/2025 giải ngân dưới 50%.", "a threshold"),
    ("Các cơ sở được cấp phép trước ngày 01/01/2025 phải kê khai.", "a day before the meeting"),
    ("Thực hiện Quyết định số 45/QĐ-UBND ngày 30/12/2025 của tỉnh.", "a cited document"),
    ("Theo Công điện ngày 15/4/2025 của Bộ.", "a cited document without a number"),
    ("Tiếp thu kết luận tại cuộc họp ngày 15/4/2025.", "a meeting"),
    ("Xây dựng kế hoạch đầu tư công giai đoạn 2026 - 2030.", "a plan's period"),
    ("Phục vụ tốt nhiệm kỳ 2025 - 2030.", "a term of office"),
    ("Triển khai Đề án phát triển thủy sản đến năm 2030.", "a plan's name"),
    ("Điều chỉnh Quy hoạch tỉnh đến năm 2030, tầm nhìn đến năm 2050.", "a plan's name"),
    ("Đẩy nhanh giải ngân kế hoạch đầu tư công năm 2025.", "a year's plan"),
    ("Phân bổ dự toán năm 2025 cho các đơn vị.", "a year's money"),
    ("Sử dụng tiết kiệm kinh phí trong năm 2025.", "a year's money"),
    ("Bố trí vốn cho các dự án hoàn thành trong năm 2025.", "which works"),
    ("Đôn đốc các nhiệm vụ được giao trong năm 2025.", "which tasks"),
    ("Chủ động công tác điều hành trong năm 2025 và các năm tiếp theo.", "from then on"),
    ("Chuẩn bị Lễ khởi công vào ngày 19/12/2025.", "an event"),
    ("Chuẩn bị nội dung hội nghị vận tải tổ chức vào quý II/2025.", "an event by when it is held"),
    ("Phục vụ Đại hội vào tháng 10/2025.", "an event"),
    ("Chào mừng ngày 30/4 và 01/5.", "holidays"),
    ("Cao tốc dự kiến hoàn thành trong tháng 12/2025, cần chuẩn bị.", "a forecast"),
    ("Quy chế này có hiệu lực đến ngày 31/12/2025.", "validity"),
    ("Rà soát phương hướng, nhiệm vụ trọng tâm đến tháng 6/2027.", "an outlook"),
    ("Tuyên truyền khẩu hiệu “Về đích trước ngày 30/12/2025” sâu rộng.", "a slogan"),
    ("Hưởng ứng phong trào 500 ngày đêm thi đua.", "a movement"),
    ("Trực 24/7, báo cáo ngay, thường xuyên kiểm tra trong thời gian tới.", "no date"),
    ("Báo cáo trước khi thực hiện, sau khi xong thì bàn giao.", "before an act"),
    ("Chịu trách nhiệm trước Thường trực Tỉnh ủy.", "before a body"),
    ("Phủ sóng đến 3/4 số hộ, trong 2/3 thời gian.", "fractions"),
    ("Tổ chức trồng cây trước ngày 15/01 âm lịch.", "a lunar date"),
    ("Nộp hồ sơ trước ngày 31/4/2025.", "no such day"),
    ("Trình Hội đồng nhân dân tỉnh tại kỳ họp cuối năm 2025.", "a session"),
    ("Hoàn thành chỉ tiêu hằng năm và cả giai đoạn.", "a yearly target"),
    ("Bố trí ngân sách hằng năm cho các xã.", "a yearly budget"),
    ("Sử dụng nguồn tiết kiệm chi hằng năm đối với các xã.", "yearly spending"),
    ("Thực hiện Nghị quyết hằng năm của Hội đồng nhân dân.", "yearly resolutions"),
    ("Khắc phục tồn tại nêu trong báo cáo hằng ngày của Tổ công tác.", "daily reports of others"),
    ("Bám sát chương trình công tác toàn khóa, hằng năm, hằng tháng.", "programmes"),
    ("Đưa vào nội dung sinh hoạt chi bộ hằng tháng.", "monthly meetings of others"),
    ("Hỗ trợ khách hàng năm người trở lên.", "customers"),
    ("Báo cáo trước ngày 45 của tháng kế tiếp.", "no such day"),
    ("Định kỳ kiểm tra thiết bị.", "how often is not said"),
    ("Không để hồ sơ tồn đọng quá 03 ngày.", "a bound that is no limit"),
    ("Phát huy kết quả trong 6 tháng qua.", "a time that is over"),
    ("Khảo sát trong 02 ngày 18, 19.", "how many days it takes"),
]


@pytest.mark.parametrize(("text", "why"), NONE)
def test_what_is_no_deadline(text: str, why: str) -> None:
    assert found_in(text) == [], why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Thông xe trước ngày 31/12/2025; hằng tuần báo cáo tiến độ.", ["2025-12-31", "FREQ=WEEKLY"], "two kinds"),
        ("Báo cáo trước ngày 20/4/2025 và hàng tháng.", ["2025-04-20", "FREQ=MONTHLY"], "first then, then always"),
        ("Sơ tán trong ngày 12/4, báo cáo trước 20 giờ cùng ngày.", ["2025-04-12", "2025-04-12"], "hours of that day"),
        (
            "Báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12 hằng năm.",
            ["FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"],
            "'hằng năm' behind the last of two",
        ),
        (
            "Ban hành kế hoạch trước ngày 30/4, báo cáo trước ngày 15/12 hằng năm.",
            ["2025-04-30", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"],
            "a day of this year, then one of each",
        ),
        (
            "Báo cáo kết quả thực hiện đến ngày 15/4/2025 trước ngày 20/4/2025.",
            ["2025-04-20"],
            "what is told, then when",
        ),
        ("Báo cáo hằng tháng, hằng quý.", ["FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3"], "two rhythms"),
        ("Báo cáo trước ngày 15/6 và ngày 15/12/2025.", ["2025-06-15", "2025-12-15"], "two days"),
        (
            "Diệt lăng quăng 02 tuần một lần đến hết tháng 12/2025.",
            ["FREQ=WEEKLY;INTERVAL=2", "2025-12-31"],
            "a rhythm with an end",
        ),
        (
            "Gửi Sở trước ngày 5/4 để tổng hợp, báo cáo tỉnh trước ngày 10/4/2025.",
            ["2025-04-05"],
            "the second is the office's",
        ),
        ("Rà soát để báo cáo tỉnh trước ngày 10/4/2025.", ["2025-04-10"], "a purpose of one's own"),
    ],
)
def test_several(text: str, expected: list[str], why: str) -> None:
    assert values(text) == expected, why


def test_without_a_reference_day_only_whole_dates_count() -> None:
    assert values("Gửi trước ngày 15/4, bổ sung trước ngày 20/4/2025.", None) == ["2025-04-20"]
    assert values("Xử lý đơn vị chưa báo cáo trước ngày 20/4/2025.", None) == []


def test_a_time_allowed_from_the_notice_s_own_day_ends_on_a_day() -> None:
    text = "Báo cáo chậm nhất 60 ngày kể từ ngày ban hành Thông báo này."
    assert [one.day for one in find(text, 0, len(text), REFERENCE, date(2025, 3, 14))] == [date(2025, 5, 13)]
    assert [one.duration for one in find(text, 0, len(text), REFERENCE)] == ["P60D"]


@pytest.mark.parametrize(
    ("issued", "day", "why"),
    [
        (date(2025, 7, 9), "2025-07-23", "two weekends between"),
        (date(2025, 7, 11), "2025-07-25", "from a Friday"),
        (date(2025, 8, 25), None, "the National Day may fall in between"),
        (date(2025, 1, 13), None, "Tết may fall in between"),
    ],
)
def test_working_days_from_the_notice_s_own_day(issued: date, day: str | None, why: str) -> None:
    text = "Báo cáo trong vòng 10 ngày làm việc kể từ ngày ký Thông báo này."
    found = find(text, 0, len(text), issued, issued)
    assert [str(one.day) if one.day else one.duration for one in found] == [day or "P10D"], why


def test_a_time_allowed_from_the_meeting_ends_on_a_day() -> None:
    text = "Báo cáo bằng văn bản trong vòng 10 ngày kể từ ngày họp."
    assert [str(one.day) for one in find(text, 0, len(text), REFERENCE, date(2025, 3, 14))] == ["2025-03-20"]


def test_an_overdue_file_has_a_day_of_its_own_all_the_same() -> None:
    assert values("Giải quyết xong hồ sơ quá hạn trước ngày 31/10.") == ["2025-10-31"]


def test_nothing_outside_the_directive_is_read() -> None:
    text = "Nộp trước ngày 01/4/2025. Gửi danh sách. Xong trước ngày 02/5/2025."
    start = text.index("Gửi")
    end = text.index(" Xong")
    assert find(text, start, end, REFERENCE) == []
    whole = find(text, start, len(text), REFERENCE)
    assert [text[f.start : f.end] for f in whole] == ["Xong trước ngày 02/5/2025"]


def test_every_deadline_says_by_which_rule() -> None:
    text = "Hằng tháng báo cáo; xử lý trong 3 ngày; hoàn thành trước ngày 30/6/2025; tổng kết trong quý IV/2025."
    assert [f.rule for f in found_in(text)] == ["recurrence", "duration", "limit", "within"]


@given(
    st.dates(date(2025, 3, 10), date(2040, 12, 31)), st.sampled_from(["trước", "chậm nhất", "đến hết", "xong trước"])
)
def test_any_day_to_come_is_found(day: date, words: str) -> None:
    text = f"Rà soát, báo cáo kết quả {words} ngày {day.day}/{day.month}/{day.year}."
    assert [f.day for f in found_in(text)] == [day]


@given(st.integers(1, 4000))
def test_no_day_before_the_meeting_is_a_deadline(days: int) -> None:
    day = REFERENCE - timedelta(days=days)
    assert found_in(f"Báo cáo trước ngày {day.day}/{day.month}/{day.year}.") == []


@given(st.text(alphabet="trướcngày hằtáđếộ0123456789/.;,", max_size=80))
def test_each_is_exactly_one_of_three_and_lies_inside(text: str) -> None:
    for one in found_in(text):
        assert sum(value is not None for value in (one.day, one.recurrence, one.duration)) == 1
        assert 0 <= one.start < one.end <= len(text)
