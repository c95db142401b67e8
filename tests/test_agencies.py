"""Names of bodies and groups, by the grammar of official Vietnamese."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.agencies import Reader
from kg.extract.names import Mention, Name
from kg.records import Level
from tests.phrases import names

COMMITTEE = "Ban Chỉ đạo phòng, chống dịch bệnh động vật"

FIXED = [
    (
        "Ngân hàng Nhà nước - Chi nhánh Khu vực 8 cân đối.",
        ["Ngân hàng Nhà nước chi nhánh Khu vực 8"],
        "a branch behind a dash",
    ),
    (
        "Giao Hạt Kiểm lâm huyện An Lĩnh, Hạt Kiểm lâm liên huyện Phú Khê - Yên Lập kiểm tra.",
        ["Hạt Kiểm lâm huyện An Lĩnh", "Hạt Kiểm lâm liên huyện Phú Khê - Yên Lập"],
        "rangers of a district, and of several",
    ),
    (
        "Chi nhánh Văn phòng Đăng ký đất đai An Lĩnh, Chi nhánh Văn phòng Đăng ký đất đai khu vực 3 rà soát.",
        ["Chi nhánh Văn phòng Đăng ký đất đai An Lĩnh", "Chi nhánh Văn phòng Đăng ký đất đai khu vực 3"],
        "branches by their seat, and by their region",
    ),
    (
        "BHXH cơ sở Yên Lập, Hải quan khu vực V, Đồn Biên phòng Cửa khẩu Bến Gỗ phối hợp.",
        ["Bảo hiểm xã hội cơ sở Yên Lập", "Chi cục Hải quan khu vực V", "Đồn Biên phòng Cửa khẩu Bến Gỗ"],
        "local bodies of national ones, one at a place whose name ends like a verb",
    ),
    ("Giao Bảo tàng tỉnh, Thư viện tỉnh trưng bày.", ["Bảo tàng tỉnh", "Thư viện tỉnh"], "a province's own"),
    (
        "Chi cục Thủy lợi tăng tần suất quan trắc, Ban Quản lý dự án giao thông cập nhật tiến độ.",
        ["Chi cục Thủy lợi", "Ban Quản lý dự án giao thông"],
        "verbs behind free names",
    ),
    (
        "Chi cục Thủy lợi và Phòng chống thiên tai trực ban.",
        ["Chi cục Thủy lợi và Phòng chống thiên tai"],
        "'phòng chống' behind 'và' is a word of doing",
    ),
    ("Thanh tra Xây dựng huyện An Lĩnh xử phạt.", ["Thanh tra xây dựng huyện An Lĩnh"], "inspectors of a branch"),
    ("Phòng Hành chính - Tổng hợp đăng ký lịch.", ["Phòng Hành chính - Tổng hợp"], "a pair of nouns before a verb"),
    (
        "Phòng Hành chính - Quản lý đầu tư xây dựng rà soát hồ sơ.",
        ["Phòng Hành chính - Quản lý đầu tư xây dựng"],
        "the second of which is a work with its object",
    ),
    (
        "Gửi Phòng Công tác chính trị - Sinh viên tổng hợp trình Ban Giám hiệu.",
        ["Phòng Công tác chính trị - Sinh viên", "Ban Giám hiệu"],
        "likewise, before two verbs",
    ),
    (
        "Phòng Khảo thí và Bảo đảm chất lượng chuẩn bị.",
        ["Phòng Khảo thí và Bảo đảm chất lượng"],
        "a word of doing behind 'và' that has a name's capital letter",
    ),
    (
        "Viện Nghiên cứu ứng dụng Lúa và Rau chuẩn bị nội dung.",
        ["Viện Nghiên cứu ứng dụng Lúa và Rau"],
        "a name that begins with a word of doing",
    ),
    (
        "BAN CHỈ ĐẠO TRUNG ƯƠNG VỀ TÀI NGUYÊN RỪNG",
        ["Ban Chỉ đạo Trung ương về tài nguyên rừng"],
        "what a committee is about, in capitals",
    ),
    ("Mở đường liên xã: Giao Sở Tài chính cân đối.", ["Sở Tài chính"], "an order behind a colon, no list of communes"),
    (
        "Trung tâm Truyền thông và Tư vấn tuyển sinh quảng bá.",
        ["Trung tâm Truyền thông và Tư vấn tuyển sinh"],
        "a word of doing inside a name, with its object",
    ),
    (
        "Cục quản lý chất lượng và an toàn cây giống sớm hoàn thiện quy chế.",
        ["Cục quản lý chất lượng và an toàn cây giống"],
        "likewise, behind the head",
    ),
    (
        "Trung tâm Nước sạch và vệ sinh môi trường nông thôn tổ chức tập huấn.",
        ["Trung tâm Nước sạch và vệ sinh môi trường nông thôn"],
        "ends before who organises what",
    ),
    ("Ban Chỉ đạo tổ chức lễ hội tỉnh họp.", ["Ban Chỉ đạo tổ chức lễ hội tỉnh"], "a purpose that is to organise"),
    ("2.1 Sở Y tế kiểm tra.", ["Sở Y tế"], "behind the number of an item, which counts no bodies"),
    (
        "Chi cục Quản lý chất lượng nông, lâm sản và thủy sản rà soát.",
        ["Chi cục Quản lý chất lượng nông, lâm sản và thủy sản"],
        "fields with a comma",
    ),
    ("Trung tâm Y tế, trường học và trạm y tế.", ["Trung tâm Y tế", "trường học", "trạm y tế"], "a comma of a list"),
    ("Phòng Kinh tế - Quản lý chợ rà soát.", ["Phòng Kinh tế - Quản lý chợ"], "a fixed name that a dash goes on"),
    ("Khoa Toán và Thống kê hoàn thiện đề án.", ["Khoa Toán và Thống kê"], "a field that alone is a body elsewhere"),
    ("Ban Quản lý Ký túc xá rà soát.", ["Ban Quản lý Ký túc xá"], "a name that begins like a word of doing"),
    ("Báo cáo của Ban Pháp chế và nội dung chất vấn.", ["Ban Pháp chế"], "'và' before what is no part of a name"),
    ("Ban Chỉ đạo cải cách của đơn vị họp.", ["Ban Chỉ đạo cải cách"], "ends before whose it is"),
    ("Gửi Công đoàn trường, Hội đồng trường.", ["Công đoàn trường", "Hội đồng trường"], "the bodies of a school"),
    ("Vụ Khoa học - Công nghệ chủ trì.", ["Vụ Khoa học - Công nghệ"], "a name that is written with a dash"),
    (
        "BTL Quân khu 3 và BTL Cảnh sát biển.",
        ["Bộ Tư lệnh Quân khu 3", "Bộ Tư lệnh Cảnh sát biển"],
        "a command, abbreviated",
    ),
    (
        "Hội đồng bồi thường giải phóng mặt bằng huyện An Lĩnh họp.",
        ["Hội đồng bồi thường giải phóng mặt bằng huyện An Lĩnh"],
        "a council for a purpose",
    ),
    ("Sở Y tế kiểm tra.", ["Sở Y tế"], "ends before its predicate"),
    ("Sở Nông nghiệp và Phát triển nông thôn tổng hợp.", ["Sở Nông nghiệp và Phát triển nông thôn"], "holds a 'và'"),
    ("Sở Văn hóa, Thể thao và Du lịch tham mưu.", ["Sở Văn hóa, Thể thao và Du lịch"], "holds a comma"),
    ("Sở Y tế và Sở Tài chính thực hiện.", ["Sở Y tế", "Sở Tài chính"], "'và' between two"),
    ("Sở Y tế/Sở Nội vụ thực hiện.", ["Sở Y tế", "Sở Nội vụ"], "a stroke between two"),
    ("Ban Tuyên giáo Tỉnh ủy chủ trì.", ["Ban Tuyên giáo Tỉnh ủy"], "no mention inside a longer name"),
    (
        "Thường trực Tỉnh ủy, Ban Thường vụ Tỉnh ủy, Tỉnh ủy và Văn phòng Tỉnh ủy.",
        ["Thường trực Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "Tỉnh ủy", "Văn phòng Tỉnh ủy"],
        "four bodies",
    ),
    (
        "Văn phòng Chính phủ, Ủy ban Dân tộc, Thanh tra Chính phủ.",
        ["Văn phòng Chính phủ", "Ủy ban Dân tộc", "Thanh tra Chính phủ"],
        "central bodies",
    ),
    (
        "Ủy ban Thường vụ Quốc hội, Ủy ban Kinh tế của Quốc hội.",
        ["Ủy ban Thường vụ Quốc hội", "Ủy ban Kinh tế của Quốc hội"],
        "bodies of the National Assembly",
    ),
    (
        "Hội Nông dân tỉnh, Hội Cựu chiến binh tỉnh, Liên đoàn Lao động tỉnh vận động.",
        ["Hội Nông dân tỉnh", "Hội Cựu chiến binh tỉnh", "Liên đoàn Lao động tỉnh"],
        "unions",
    ),
    ("Ủy ban Kiểm tra Tỉnh ủy kiểm tra.", ["Ủy ban Kiểm tra Tỉnh ủy"], "its verb is a word of its name"),
    ("Thanh tra tỉnh kiểm tra.", ["Thanh tra tỉnh"], "a common word with a place behind it"),
    ("Thuế tỉnh, Điện lực tỉnh và Viễn thông tỉnh.", ["Thuế tỉnh", "Điện lực tỉnh", "Viễn thông tỉnh"], "likewise"),
    (
        "Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh.",
        ["Bộ Chỉ huy Quân sự tỉnh", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"],
        "commands",
    ),
    ("Bộ Tư lệnh Quân khu 4 và Quân khu 4.", ["Bộ Tư lệnh Quân khu 4", "Quân khu 4"], "a number in the name"),
    ("Tổng Bí thư kết luận.", ["Tổng Bí thư"], "a post recorded as a body"),
    ("Cục Quản lý thị trường tỉnh kiểm tra.", ["Cục Quản lý thị trường tỉnh"], "one a province"),
    ("Tỉnh đoàn Sông Lam tổ chức.", ["Tỉnh đoàn Sông Lam"], "a province named with the body stays in the label"),
    ("Chủ tịch UBND xã Tống Văn Hiệp chủ trì.", ["Ủy ban nhân dân xã"], "a person's name behind a post is no place"),
    ("Chủ tịch UBND phường Võ Thị Sáu chủ trì.", ["Ủy ban nhân dân phường Võ Thị Sáu"], "a place that bears one is"),
    ("Kho bạc Nhà nước Ngọc Trạch hướng dẫn.", ["Kho bạc Nhà nước Ngọc Trạch"], "a local body by its seat alone"),
    ("Ban Thường vụ Huyện ủy Ngọc Trạch họp.", ["Ban Thường vụ Huyện ủy Ngọc Trạch"], "a committee's office likewise"),
    ("Thanh tra Bộ xây dựng kế hoạch thanh tra.", ["Thanh tra Bộ"], "no field in small letters that takes an object"),
    ("Chi cục Thuế ra thông báo nộp tiền.", ["Chi cục Thuế"], "a short verb ends a name"),
    ("Cục QLVT tổng hợp, báo cáo.", ["Cục QLVT"], "any verb ends a name in initials"),
    (
        "Vụ Trang thiết bị y tế kiểm tra hệ thống báo cháy.",
        ["Vụ Trang thiết bị y tế"],
        "a stop word as the second syllable of a word ends nothing",
    ),
]

SHORT = [
    ("Ban Xây dựng Đảng xã Bến Gỗ họp.", ["Ban Xây dựng Đảng Đảng ủy xã Bến Gỗ"], "a short name of each place's own"),
    ("Đề nghị Bộ Tư lệnh Quân khu 2 hỗ trợ.", ["Bộ Tư lệnh Quân khu 2"], "a verb behind a number"),
    ("Lập đoàn kiểm tra liên ngành việc bán thuốc.", ["Đoàn kiểm tra liên ngành"], "what is to be inspected"),
    ("Trung tâm Dịch vụ việc làm tỉnh báo cáo.", ["Trung tâm Dịch vụ việc làm tỉnh"], "a compound that begins so"),
    ("Trung tâm Truyền thông tỉnh Hòa Giang xây dựng thông điệp.", ["Trung tâm Truyền thông tỉnh Hòa Giang"], "a work"),
    ("UBND tỉnh giao Sở GD&ĐT.", ["Ủy ban nhân dân tỉnh", "Sở Giáo dục và Đào tạo"], "both parts shortened"),
    ("HĐND tỉnh giám sát.", ["Hội đồng nhân dân tỉnh"], "a council"),
    ("BCĐ phòng, chống cháy rừng tỉnh họp.", ["Ban Chỉ đạo phòng, chống cháy rừng tỉnh"], "a short head"),
    ("Ủy ban MTTQ Việt Nam tỉnh.", ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"], "half a name shortened"),
    ("Mặt trận Tổ quốc Việt Nam tỉnh.", ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"], "goes under its committee"),
    ("Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh.", ["Tỉnh đoàn"], "two names of one body"),
    ("TTgCP giao Bộ NN&MT.", ["Thủ tướng Chính phủ", "Bộ Nông nghiệp và Môi trường"], "a post shortened"),
    ("Các Bộ: TC, XD, NV phối hợp.", ["Bộ Tài chính", "Bộ Xây dựng", "Bộ Nội vụ"], "a head over short fields"),
    (
        "Sở KH&ĐT, Sở TN&MT, Sở LĐTB&XH, Sở VHTT&DL, Sở TTTT.",
        [
            "Sở Kế hoạch và Đầu tư",
            "Sở Tài nguyên và Môi trường",
            "Sở Lao động - Thương binh và Xã hội",
            "Sở Văn hóa, Thể thao và Du lịch",
            "Sở Thông tin và Truyền thông",
        ],
        "fields shortened with and without '&'",
    ),
    ("Sở Kế hoạch & Đầu tư tổng hợp.", ["Sở Kế hoạch và Đầu tư"], "'&' for 'và'"),
    ("Sở Lao động-Thương binh và Xã hội.", ["Sở Lao động - Thương binh và Xã hội"], "a dash without spaces"),
    ("Uỷ ban nhân dân tỉnh, Ban Dân vận Tỉnh uỷ.", ["Ủy ban nhân dân tỉnh", "Ban Dân vận Tỉnh ủy"], "old tone marks"),
    ("UỶ BAN NHÂN DÂN tỉnh, SỞ Y TẾ, sở y tế.", ["Ủy ban nhân dân tỉnh", "Sở Y tế", "Sở Y tế"], "any case"),
    (
        "Bộ Nông nghiệp & PTNT, Bộ Lao động-TB&XH, Bộ KH và Công nghệ.",
        [
            "Bộ Nông nghiệp và Phát triển nông thôn",
            "Bộ Lao động - Thương binh và Xã hội",
            "Bộ Khoa học và Công nghệ",
        ],
        "the first or the last part shortened",
    ),
    ("Các Sở: Nông nghiệp và PTNT, Y tế.", ["Sở Nông nghiệp và Phát triển nông thôn", "Sở Y tế"], "in a list"),
    ("Ban Quản lý các KCN tỉnh phối hợp.", ["Ban Quản lý các khu công nghiệp tỉnh"], "inside a purpose"),
    ("Sở Nông nghiệp và PTNT tổng hợp.", ["Sở Nông nghiệp và Phát triển nông thôn"], "half a field shortened"),
    ("Sở Lao động - TB&XH tổng hợp.", ["Sở Lao động - Thương binh và Xã hội"], "half a field shortened"),
    ("Sở Văn hóa, TT&DL tổng hợp.", ["Sở Văn hóa, Thể thao và Du lịch"], "half a field shortened"),
]

COMPOSED = [
    (
        "Dự án do Trường Đại học Sông Lam và Ban Quản lý dự án Bệnh viện Đa khoa tỉnh lập.",
        ["Trường Đại học Sông Lam", "Ban Quản lý dự án Bệnh viện Đa khoa tỉnh"],
        "who builds, and the board named after what is built",
    ),
    (
        "Đại diện Cục Nhà trường Bộ Quốc phòng và Sở Y tế dự; Cục Quân nhu Bộ Quốc phòng và các đơn vị.",
        ["Cục Nhà trường Bộ Quốc phòng", "Sở Y tế", "Cục Quân nhu Bộ Quốc phòng", "đơn vị"],
        "a name that its ministry ends",
    ),
    (
        "Tiểu ban Tuyên truyền, Tiểu ban Nội dung báo cáo.",
        ["Tiểu ban Tuyên truyền", "Tiểu ban Nội dung"],
        "a work with a capital letter is a committee's own, not another's",
    ),
    (
        "Đoàn kiểm tra số 3 của Tỉnh ủy kiểm tra.",
        ["Đoàn kiểm tra số 3 của Tỉnh ủy"],
        "what a team does behind its owner",
    ),
    ("Ban Quản lý dịch vụ công ích rà soát.", ["Ban Quản lý dịch vụ công ích"], "what a board manages"),
    (
        "Trung tâm Văn hóa, Thông tin và Truyền thông huyện đưa tin.",
        ["Trung tâm Văn hóa, Thông tin và Truyền thông huyện"],
        "a centre of several fields",
    ),
    (
        "Trung tâm Y tế, Điện lực và Công an huyện phối hợp.",
        ["Trung tâm Y tế", "Công an huyện"],
        "a body behind the comma is no field",
    ),
    (
        "Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh họp.",
        ["Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh"],
        "a purpose of several parts",
    ),
    (
        "Ban Chỉ đạo sắp xếp, tinh gọn tổ chức bộ máy tỉnh họp.",
        ["Ban Chỉ đạo sắp xếp, tinh gọn tổ chức bộ máy tỉnh"],
        "works that the committee's own place closes",
    ),
    ("Ban Chỉ đạo sắp xếp, bố trí cán bộ trong tỉnh.", ["Ban Chỉ đạo"], "works that it does"),
    (
        "Ban Chỉ đạo phòng thủ dân sự, phòng chống thiên tai tỉnh và Ban Chỉ đạo về phát triển chợ xã trực ban.",
        ["Ban Chỉ đạo phòng thủ dân sự, phòng chống thiên tai tỉnh", "Ban Chỉ đạo về phát triển chợ xã"],
        "two works, and what a committee is about",
    ),
    ("Báo cáo Ban Chỉ đạo về tình hình dịch bệnh trên địa bàn tỉnh.", ["Ban Chỉ đạo"], "what a report is about"),
    (
        "Hội đồng thẩm định giá đất cụ thể tỉnh, Tổ công tác tháo gỡ khó khăn, vướng mắc tỉnh rà soát.",
        ["Hội đồng thẩm định giá đất cụ thể tỉnh", "Tổ công tác tháo gỡ khó khăn, vướng mắc tỉnh"],
        "a noun that a stop word ends elsewhere, and a work in two",
    ),
    (
        "Ban Chỉ đạo cải cách hành chính, doanh nghiệp và hợp tác xã tỉnh.",
        ["Ban Chỉ đạo cải cách hành chính", "doanh nghiệp"],
        "a group behind the comma is no part of a purpose",
    ),
    (
        "Ban Chỉ đạo phòng chống dịch, cán bộ, công chức tỉnh nghiêm túc thực hiện.",
        ["Ban Chỉ đạo phòng chống dịch"],
        "nor are people",
    ),
    ("Ban Chỉ đạo 35 Tỉnh ủy Sông Lam họp.", ["Ban Chỉ đạo 35 Tỉnh ủy Sông Lam"], "of a party committee"),
    (
        "Ban Quản lý Khu kinh tế Bến Gỗ và các khu công nghiệp rà soát.",
        ["Ban Quản lý Khu kinh tế Bến Gỗ và các khu công nghiệp"],
        "what a board manages besides",
    ),
    (f"{COMMITTEE} tỉnh tiếp tục kiểm tra.", [f"{COMMITTEE} tỉnh"], "purpose with a comma, level, verb"),
    (f"{COMMITTEE} các huyện, thành phố rà soát.", [f"{COMMITTEE} cấp huyện"], "a level group"),
    (f"{COMMITTEE} các cấp duy trì trực ban.", [f"{COMMITTEE} các cấp"], "every level under one label"),
    (
        "Ban Chỉ đạo xây dựng nông thôn mới tỉnh Sông Lam xây dựng kế hoạch.",
        ["Ban Chỉ đạo xây dựng nông thôn mới tỉnh Sông Lam"],
        "the first 'xây dựng' is the purpose, the second the predicate",
    ),
    ("Ban Chỉ đạo 389 tỉnh kiểm tra.", ["Ban Chỉ đạo 389 tỉnh"], "a number for a purpose"),
    (
        f"Thường trực {COMMITTEE} tỉnh, Tổ giúp việc {COMMITTEE} tỉnh.",
        [f"Thường trực {COMMITTEE} tỉnh", f"Tổ giúp việc {COMMITTEE} tỉnh"],
        "offices of a composed body",
    ),
    ("Tổ công tác của Bộ Y tế hỗ trợ địa phương.", ["Tổ công tác của Bộ Y tế"], "a team of a body"),
    ("Tổ công tác Bộ Y tế hỗ trợ địa phương.", ["Tổ công tác của Bộ Y tế"], "the same without 'của'"),
    (
        "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh đẩy nhanh tiến độ.",
        ["Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh"],
        "words of doing inside the name",
    ),
    ("Hội đồng thẩm định dự án Cảng Bến Gỗ họp.", ["Hội đồng thẩm định dự án Cảng Bến Gỗ"], "a council"),
    ("Công ty Cổ phần Cấp nước Sông Lam tiếp nhận.", ["Công ty Cổ phần Cấp nước Sông Lam"], "a company"),
    ("Tập đoàn Điện lực Việt Nam bảo đảm nguồn điện.", ["Tập đoàn Điện lực Việt Nam"], "complete behind 'Việt Nam'"),
    ("Cục Đường bộ Việt Nam chủ trì.", ["Cục Đường bộ Việt Nam"], "an authority"),
    ("Chi cục Kiểm lâm tỉnh tham mưu.", ["Chi cục Kiểm lâm tỉnh"], "a branch"),
    ("Bệnh viện Đa khoa tỉnh chuẩn bị giường bệnh.", ["Bệnh viện Đa khoa tỉnh"], "a hospital"),
    ("Trung tâm Kiểm soát bệnh tật tỉnh lấy mẫu.", ["Trung tâm Kiểm soát bệnh tật tỉnh"], "a centre"),
    ("Văn phòng UBND tỉnh đôn đốc.", ["Văn phòng Ủy ban nhân dân tỉnh"], "an office over a body"),
    ("Trung tâm Dịch vụ việc làm tỉnh hỗ trợ.", ["Trung tâm Dịch vụ việc làm tỉnh"], "'việc làm' is one word"),
    (
        "Trung tâm Văn hóa, Thông tin - Thể thao huyện An Lĩnh đưa tin.",
        ["Trung tâm Văn hóa, Thông tin - Thể thao huyện An Lĩnh"],
        "a comma inside its fields",
    ),
    ("Ban Thường vụ Đảng ủy xã Bến Gỗ họp.", ["Ban Thường vụ Đảng ủy xã Bến Gỗ"], "over a body of a commune"),
    ("Ban Quản lý dự án Ven biển báo cáo.", ["Ban Quản lý dự án Ven biển"], "a proper name ends before a verb"),
    ("Ban Quản lý dự án Ven biển dừng thi công.", ["Ban Quản lý dự án Ven biển"], "a proper name ends before any verb"),
    (
        "Công ty TNHH MTV Thủy lợi Phú Khê vận hành trạm bơm.",
        ["Công ty trách nhiệm hữu hạn một thành viên Thủy lợi Phú Khê"],
        "its legal form spelled out",
    ),
    (
        "Công ty Cổ phần Cấp nước Sông Lam kiểm tra nguồn nước.",
        ["Công ty Cổ phần Cấp nước Sông Lam"],
        "likewise before a verb that names may hold",
    ),
    (
        "Hạt Kiểm lâm Phú Khê kiểm tra, xử lý các vụ phá rừng.",
        ["Hạt Kiểm lâm Phú Khê"],
        "likewise before a pair of verbs",
    ),
    ("Báo Sông Lam tuyên truyền.", ["Báo Sông Lam"], "likewise"),
    ("Trường Đại học Sông Lam tuyển sinh.", ["Trường Đại học Sông Lam"], "likewise"),
    ("Khu Quản lý đường bộ V túc trực.", ["Khu Quản lý đường bộ V"], "a number that no table has"),
    (
        "Tổ công tác triển khai Đề án 06 tỉnh tham mưu.",
        ["Tổ công tác triển khai Đề án 06 tỉnh"],
        "the number belongs to the purpose, it counts no provinces",
    ),
]

DISTRIBUTED = [
    (
        "Nghe tham luận của văn phòng các ban đảng, tỉnh ủy và các cục, vụ của Văn phòng Trung ương Đảng.",
        [
            "Văn phòng ban đảng",
            "Văn phòng Tỉnh ủy",
            "cục của Văn phòng Trung ương Đảng",
            "vụ của Văn phòng Trung ương Đảng",
        ],
        "the offices of many, and the units of one body",
    ),
    ("Các Ban xây dựng Đảng Tỉnh ủy tham mưu.", ["ban đảng Tỉnh ủy"], "a committee's boards as a group"),
    (
        "Trung ương Hội Nông dân, Hội Liên hiệp Phụ nữ phối hợp.",
        ["Trung ương Hội Nông dân Việt Nam", "Trung ương Hội Liên hiệp Phụ nữ Việt Nam"],
        "unions at the centre, said once",
    ),
    (
        "Ban Thường trực Ủy ban MTTQ Việt Nam, các tổ chức chính trị - xã hội tỉnh giám sát.",
        ["Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "tổ chức chính trị - xã hội tỉnh"],
        "the front's standing committee and its members",
    ),
    (
        "Đảng ủy, HĐND, UBND xã Bến Gỗ phối hợp; Đảng ủy, UBND các xã, phường chỉ đạo.",
        [
            "Đảng ủy xã Bến Gỗ",
            "Hội đồng nhân dân xã Bến Gỗ",
            "Ủy ban nhân dân xã Bến Gỗ",
            "Đảng ủy cấp xã",
            "Ủy ban nhân dân cấp xã",
        ],
        "a commune's party committee beside its council",
    ),
    (
        "Đề nghị Thường trực Huyện ủy, Thành ủy, Thị ủy chỉ đạo.",
        ["Thường trực Huyện ủy", "Thường trực Thành ủy", "Thường trực Thị ủy"],
        "an office over committees of one level",
    ),
    (
        "Hội Cựu chiến binh, Liên đoàn Lao động, Hội Nông dân tỉnh vận động.",
        ["Hội Cựu chiến binh tỉnh", "Liên đoàn Lao động tỉnh", "Hội Nông dân tỉnh"],
        "unions of one place",
    ),
    (
        "Phòng Bổ trợ tư pháp và Phòng Hành chính tư pháp rà soát.",
        ["Phòng Bổ trợ tư pháp", "Phòng Hành chính tư pháp"],
        "'Phòng' behind 'và' is another, and no word of doing",
    ),
    (
        "Các tập đoàn, tổng công ty nhà nước rà soát.",
        ["tập đoàn nhà nước", "tổng công ty nhà nước"],
        "what says whose they are",
    ),
    (
        "Đề nghị UBMTTQ Việt Nam và các đoàn thể huyện vận động.",
        ["Ủy ban Mặt trận Tổ quốc Việt Nam huyện", "đoàn thể"],
        "a place behind a collective, which the body before it shares",
    ),
    ("Ban QLDA 1, 2 và 6 rà soát.", [f"Ban Quản lý dự án {n}" for n in (1, 2, 6)], "numbers, each a name"),
    (
        "Hiệu trưởng các trường Mầm non, Tiểu học và THCS rà soát.",
        ["trường mầm non", "trường tiểu học", "trường trung học cơ sở"],
        "schools of several kinds",
    ),
    (
        "Các khoa Sư phạm, Ngoại ngữ cử thư ký.",
        ["Khoa Sư phạm", "Khoa Ngoại ngữ"],
        "faculties",
    ),
    (
        "Các Vụ, Cục, đơn vị thuộc Bộ Tài chính rà soát.",
        ["vụ thuộc Bộ Tài chính", "cục thuộc Bộ Tài chính", "đơn vị thuộc Bộ Tài chính"],
        "the units of one owner",
    ),
    ("Quân khu 3,4,5 chuẩn bị lực lượng.", [f"Quân khu {n}" for n in (3, 4, 5)], "numbers without a space"),
    (
        "UBND tỉnh Quảng Bình, Nghệ An sớm khắc phục.",
        ["Ủy ban nhân dân tỉnh Quảng Bình", "Ủy ban nhân dân tỉnh Nghệ An"],
        "a province that follows without its kind",
    ),
    (
        "Thường trực các tỉnh ủy, thành ủy tiếp tục quan tâm.",
        ["Thường trực Tỉnh ủy", "Thường trực Thành ủy"],
        "an office of several committees",
    ),
    ("Công an tỉnh, các huyện, các xã tuần tra.", ["Công an tỉnh", "Công an cấp huyện", "Công an cấp xã"], "levels"),
    (
        "Công an tỉnh, các huyện/thành phố, xã/phường/thị trấn tuần tra.",
        ["Công an tỉnh", "Công an cấp huyện", "Công an cấp xã"],
        "levels with strokes",
    ),
    ("Ủy ban nhân dân cấp huyện, cấp xã.", ["Ủy ban nhân dân cấp huyện", "Ủy ban nhân dân cấp xã"], "levels by name"),
    ("các Sở: Y tế, Nội vụ rà soát.", ["Sở Y tế", "Sở Nội vụ"], "a head over fields"),
    (
        "Các Sở, ngành: Tài chính, Xây dựng, Công an tỉnh thực hiện.",
        ["Sở Tài chính", "Sở Xây dựng", "Công an tỉnh"],
        "a body of its own among the fields",
    ),
    ("Sở Y tế, Tài chính và Nội vụ thực hiện.", ["Sở Y tế", "Sở Tài chính", "Sở Nội vụ"], "a head with the first"),
    ("Các phòng: Kinh tế và Hạ tầng, Nội vụ.", ["Phòng Kinh tế và Hạ tầng", "Phòng Nội vụ"], "divisions"),
    ("Các Vụ: Pháp chế, Tổ chức cán bộ.", ["Vụ Pháp chế", "Vụ Tổ chức cán bộ"], "units of a ministry"),
    ("Các Cục: Đường bộ Việt Nam, Đường sắt Việt Nam.", ["Cục Đường bộ Việt Nam", "Cục Đường sắt Việt Nam"], "names"),
    (
        "UBND các tỉnh: Sông Lam, Hòa Giang chủ động.",
        ["Ủy ban nhân dân tỉnh Sông Lam", "Ủy ban nhân dân tỉnh Hòa Giang"],
        "a body over provinces",
    ),
    (
        "Sở Xây dựng các tỉnh: Sông Lam, Hòa Giang kiểm tra.",
        ["Sở Xây dựng tỉnh Sông Lam", "Sở Xây dựng tỉnh Hòa Giang"],
        "a department over provinces",
    ),
    (
        "HĐND, UBND tỉnh Hòa Giang ban hành.",
        ["Hội đồng nhân dân tỉnh Hòa Giang", "Ủy ban nhân dân tỉnh Hòa Giang"],
        "a shared province",
    ),
    (
        "HĐND, UBND các huyện, thành phố ban hành.",
        ["Hội đồng nhân dân cấp huyện", "Ủy ban nhân dân cấp huyện"],
        "a shared level",
    ),
    (
        "Hội đồng nhân dân và Ủy ban nhân dân các xã.",
        ["Hội đồng nhân dân cấp xã", "Ủy ban nhân dân cấp xã"],
        "a shared level behind 'và'",
    ),
    (
        "Tỉnh ủy, HĐND, UBND tỉnh Hòa Giang.",
        ["Tỉnh ủy Hòa Giang", "Hội đồng nhân dân tỉnh Hòa Giang", "Ủy ban nhân dân tỉnh Hòa Giang"],
        "a party committee takes the province's name alone",
    ),
    (
        "Ban Pháp chế, Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh thẩm tra.",
        ["Ban Pháp chế Hội đồng nhân dân tỉnh", "Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh"],
        "a shared owner",
    ),
    ("các huyện, thành ủy lãnh đạo.", ["Huyện ủy", "Thành ủy"], "an elliptic first committee"),
    ("các huyện ủy, thị ủy, thành ủy.", ["Huyện ủy", "Thị ủy", "Thành ủy"], "committees in full"),
    (
        "các văn phòng tỉnh ủy, thành ủy.",
        ["Văn phòng Tỉnh ủy", "Văn phòng Thành ủy"],
        "an office over committees",
    ),
    (
        "Khu Quản lý đường bộ III và IV túc trực.",
        ["Khu Quản lý đường bộ III", "Khu Quản lý đường bộ IV"],
        "numbers behind one name",
    ),
    (
        "Bộ Tài chính (Kho bạc Nhà nước), Bộ Nội vụ rà soát.",
        ["Bộ Tài chính", "Kho bạc Nhà nước", "Bộ Nội vụ"],
        "a bracket inside an enumeration",
    ),
    (
        "Ủy ban nhân dân các huyện, Sở Y tế và Công an tỉnh.",
        ["Ủy ban nhân dân cấp huyện", "Sở Y tế", "Công an tỉnh"],
        "another head ends the distribution",
    ),
    (
        "Ủy ban nhân dân các huyện An Lĩnh, Phú Khê rà soát.",
        ["Ủy ban nhân dân huyện An Lĩnh", "Ủy ban nhân dân huyện Phú Khê"],
        "two districts, and not all",
    ),
    (
        "UBND các huyện: An Lĩnh, Phú Khê rà soát.",
        ["Ủy ban nhân dân huyện An Lĩnh", "Ủy ban nhân dân huyện Phú Khê"],
        "two districts behind a colon",
    ),
    (
        "Ủy ban nhân dân các tỉnh Sông Lam, Hòa Giang và Bình Nguyên.",
        ["Ủy ban nhân dân tỉnh Sông Lam", "Ủy ban nhân dân tỉnh Hòa Giang", "Ủy ban nhân dân tỉnh Bình Nguyên"],
        "provinces that no table knows, without a colon",
    ),
    (
        "Các Bệnh viện Bến Gỗ, Nhi Trung ương, Chợ Mới triển khai.",
        ["Bệnh viện Bến Gỗ", "Bệnh viện Nhi Trung ương", "Bệnh viện Chợ Mới"],
        "names of a list without a colon",
    ),
    (
        "UBND và Sở Xây dựng các tỉnh: Hà Giang, Nghệ An kiểm tra.",
        [
            "Ủy ban nhân dân tỉnh Hà Giang",
            "Ủy ban nhân dân tỉnh Nghệ An",
            "Sở Xây dựng tỉnh Hà Giang",
            "Sở Xây dựng tỉnh Nghệ An",
        ],
        "two heads over one list",
    ),
    (
        "Sở Xây dựng tỉnh Sông Lam, thành phố Hải An kiểm tra.",
        ["Sở Xây dựng tỉnh Sông Lam", "Sở Xây dựng thành phố Hải An"],
        "a head over two named places",
    ),
    (
        "Các Tổng công ty: Đường sắt Việt Nam, Hàng hải Việt Nam thực hiện.",
        ["Tổng công ty Đường sắt Việt Nam", "Tổng công ty Hàng hải Việt Nam"],
        "'Hàng' begins a name here",
    ),
]

LISTED_PLACES = [
    (
        "UBND các tỉnh, thành phố: Hà Nội, Hồ Chí Minh, Hòa Giang rà soát.",
        ["thành phố Hà Nội", "thành phố Hồ Chí Minh", "tỉnh Hòa Giang"],
        "a city that bears a person's name",
    ),
    (
        "UBND các tỉnh ven biển từ Hòa Giang đến Bình Nguyên, trọng tâm là các tỉnh: Sông Lam, Vĩnh Tường khẩn trương.",
        ["cấp tỉnh", "tỉnh Sông Lam", "tỉnh Vĩnh Tường"],
        "a group, and those of it that are meant above all",
    ),
    (
        "UBND các tỉnh có dịch (Hòa Giang, Bình Nguyên) tiêm phòng.",
        ["tỉnh Hòa Giang", "tỉnh Bình Nguyên"],
        "in a bracket behind what is said of them",
    ),
    ("UBND các tỉnh có dịch (trừ Hòa Giang) tiêm phòng.", ["cấp tỉnh"], "a bracket that is no list"),
    ("UBND hai huyện An Lĩnh và Phú Khê rà soát.", ["huyện An Lĩnh", "huyện Phú Khê"], "counted by a word"),
    ("UBND 02 huyện An Lĩnh và Phú Khê rà soát.", ["huyện An Lĩnh", "huyện Phú Khê"], "counted by digits"),
    ("UBND các xã Bến Gỗ, Cồn Tiên và chợ quê.", ["xã Bến Gỗ", "xã Cồn Tiên"], "lower case is no place"),
    (
        "UBND huyện An Lĩnh, Phú Khê, thị xã Vĩnh Thạch: rà soát.",
        ["huyện An Lĩnh", "huyện Phú Khê", "thị xã Vĩnh Thạch"],
        "names behind a place, without a word for each",
    ),
    (
        "UBND các huyện: An Lĩnh, Phú Khê và thị xã Vĩnh Thạch rà soát.",
        ["huyện An Lĩnh", "huyện Phú Khê", "thị xã Vĩnh Thạch"],
        "another kind behind the first",
    ),
    ("UBND các thành phố: Lam Châu, Hội Xuân rà soát.", ["thành phố Lam Châu", "thành phố Hội Xuân"], "no society"),
    ("UBND các quận 1, 3 và 5 rà soát.", ["quận 1", "quận 3", "quận 5"], "numbers for names"),
    ("UBND các xã: Bến Gỗ (30 hộ), Cồn Tiên (20 hộ).", ["xã Bến Gỗ", "xã Cồn Tiên"], "brackets between the places"),
    (
        "UBND thị xã Vĩnh Thạch và các huyện An Lĩnh, Phú Khê rà soát.",
        ["thị xã Vĩnh Thạch", "huyện An Lĩnh", "huyện Phú Khê"],
        "a list behind a named place",
    ),
    ("UBND các tỉnh Tây Nguyên, Đông Nam Bộ rà soát.", ["cấp tỉnh"], "regions of many provinces"),
    ("UBND các huyện\nAn Lĩnh, Phú Khê", ["cấp huyện"], "another line is another phrase"),
    ("UBND các xã, phường rà soát.", ["cấp xã"], "no names"),
]

GROUPS = [
    (
        "Gửi các tổ chức cơ sở đảng, chi bộ trực thuộc và Chi bộ thôn Bến Gỗ 2.",
        ["tổ chức cơ sở đảng", "chi bộ trực thuộc", "Chi bộ thôn Bến Gỗ 2"],
        "the party's bodies below a committee, and the cell of a hamlet",
    ),
    (
        "Đề nghị các hiệp hội, hội nghề nghiệp góp ý; kiểm tra Bộ phận Một cửa.",
        ["hiệp hội", "hội nghề nghiệp", "Bộ phận Một cửa"],
        "associations, and the office that takes applications",
    ),
    (
        "Bí thư Đảng ủy, Chủ tịch UBND các xã, phường chỉ đạo các tổ công nghệ số cộng đồng.",
        ["Đảng ủy cấp xã", "Ủy ban nhân dân cấp xã", "tổ công nghệ số cộng đồng"],
        "heads of a commune's two bodies, and teams of its people",
    ),
    (
        "Các Ủy viên Ban Thường vụ, Ủy viên Ban Chấp hành Đảng bộ tỉnh bám nắm địa bàn.",
        ["Ban Chấp hành Đảng bộ tỉnh"],
        "'ban' of a committee without its owner is no collective",
    ),
    (
        "Các bệnh viện, trung tâm y tế, chi cục, hạt kiểm lâm trực gác; chi cục trưởng báo cáo.",
        ["bệnh viện", "trung tâm y tế", "chi cục", "Hạt Kiểm lâm"],
        "local services, and no post",
    ),
    (
        "Trường THPT chuyên Lam Châu mở cửa; các trường THPT nghỉ học.",
        ["Trường Trung học phổ thông chuyên Lam Châu", "trường trung học phổ thông"],
        "all of a kind are not the one that is named",
    ),
    ("Chỉ đạo các đơn vị điện lực kiểm tra.", ["đơn vị điện lực"], "units of one trade, before what they do"),
    ("Các cơ quan đảng ở Trung ương báo cáo.", ["cơ quan đảng ở Trung ương"], "the party's central offices"),
    (
        "Các cơ quan Thuế, Hải quan và Công an phối hợp.",
        ["cơ quan thuế", "cơ quan hải quan", "cơ quan công an"],
        "kinds whose noun is said once",
    ),
    (
        "Phối hợp với cơ sở y tế và chính quyền tỉnh Hòa Giang chuẩn bị.",
        ["cơ sở y tế", "chính quyền tỉnh Hòa Giang"],
        "the authorities of a named place",
    ),
    (
        "Các Ban Quản lý dự án trực thuộc Sở Y tế rà soát.",
        ["Ban Quản lý dự án trực thuộc Sở Y tế"],
        "those that belong to one body",
    ),
    ("Mỗi phường chọn một tổ làm điểm.", ["cấp xã"], "each of a level"),
    (
        "03 xã chưa báo cáo (Tà Lài, Bến Gỗ, Phú Khê) phải giải trình.",
        ["xã Tà Lài", "xã Bến Gỗ", "xã Phú Khê"],
        "places that a bracket behind their number names",
    ),
    ("Chỉ đạo công an các địa phương tuần tra.", ["Công an địa phương"], "those of every locality"),
    ("UBND mỗi xã lập kế hoạch.", ["Ủy ban nhân dân cấp xã"], "each one of a kind"),
    ("UBND 102 xã, phường lập kế hoạch.", ["Ủy ban nhân dân cấp xã"], "a count of a kind"),
    (
        "Các cơ quan, đơn vị trực thuộc Bộ Y tế triển khai.",
        ["cơ quan trực thuộc Bộ Y tế", "đơn vị trực thuộc Bộ Y tế"],
        "collectives that share whose they are",
    ),
    ("Ủy ban nhân dân huyện, thị xã, thành phố.", ["Ủy ban nhân dân cấp huyện"], "kinds of one level"),
    ("Ủy ban nhân dân xã, phường, thị trấn.", ["Ủy ban nhân dân cấp xã"], "kinds of one level"),
    ("Tham mưu Ủy ban nhân dân tỉnh thành lập quỹ.", ["Ủy ban nhân dân tỉnh"], "'thành' of 'thành lập'"),
    ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương.", ["Ủy ban nhân dân cấp tỉnh"], "provinces"),
    ("Giao các huyện, thành phố rà soát.", ["cấp huyện"], "bare places of a level"),
    ("Giao các xã, phường, thị trấn rà soát.", ["cấp xã"], "bare places of a level"),
    ("Các tỉnh, thành phố rà soát.", ["cấp tỉnh"], "bare provinces"),
    ("các tổ chức chính trị - xã hội tỉnh.", ["tổ chức chính trị - xã hội tỉnh"], "without 'các'"),
    ("ngành Y tế, ngành y tế chuẩn bị.", ["ngành Y tế", "ngành Y tế"], "a branch of administration"),
    ("ngành du lịch phát triển.", [], "a branch of the economy"),
    ("các cơ sở y tế chuẩn bị.", ["cơ sở y tế"], "public services"),
    ("các báo, đài đưa tin.", ["báo", "đài"], "the press"),
    ("Các cơ quan báo chí đưa tin.", ["cơ quan báo chí"], "the press"),
    ("Chỉ đạo các cơ quan thông tấn, báo chí đưa tin.", ["cơ quan thông tấn, báo chí"], "one group"),
    ("Chỉ đạo các đài phát thanh và truyền hình đưa tin.", ["đài phát thanh, truyền hình"], "another"),
    (
        "Báo Sông Lam, Đài Phát thanh và Truyền hình tỉnh.",
        ["Báo Sông Lam", "Đài Phát thanh và Truyền hình tỉnh"],
        "a paper and a station",
    ),
    ("Các đơn vị chức năng thuộc Bộ Quốc phòng.", ["đơn vị chức năng thuộc Bộ Quốc phòng"], "a group of a body"),
    ("Các cơ quan thuộc Bộ Công an kiểm tra.", ["cơ quan thuộc Bộ Công an"], "a group of a body"),
    ("Các đơn vị quản lý hồ đập:", ["đơn vị quản lý hồ đập"], "a narrowed group"),
    ("các Viện nghiên cứu tổ chức tập huấn.", ["viện nghiên cứu"], "ends before its predicate"),
    ("Các chủ đầu tư đẩy nhanh tiến độ.", ["chủ đầu tư"], "a group without a place"),
    ("các đơn vị thuộc Bộ kiểm tra.", ["đơn vị thuộc Bộ"], "a group of the issuing ministry"),
    ("Thủ trưởng các phòng kiểm tra.", ["phòng"], "divisions that act"),
    ("HĐND, UBND cùng cấp phối hợp.", ["Hội đồng nhân dân cùng cấp", "Ủy ban nhân dân cùng cấp"], "of the same level"),
    ("các đơn vị trực thuộc Sở Y tế", ["đơn vị trực thuộc Sở Y tế"], "a group of a body"),
    ("các đơn vị quản lý công trình lập kế hoạch.", ["đơn vị quản lý công trình"], "'công trình' is one word"),
    ("Các trường học vệ sinh trường lớp.", ["trường học"], "ends before a verb"),
]

GENERIC = [
    ("phối hợp với sở, ngành, địa phương rà soát.", ["sở", "ngành", "địa phương"]),
    ("các cấp, các ngành thực hiện", ["cấp", "ngành"]),
    ("các cơ quan, đơn vị liên quan thực hiện", ["cơ quan", "đơn vị"]),
    ("các bộ, ngành, địa phương", ["bộ", "ngành", "địa phương"]),
    ("các sở, ban, ngành thuộc UBND tỉnh rà soát", ["sở", "ban", "ngành"]),
    ("các cơ quan chức năng, cơ quan có thẩm quyền xử lý.", ["cơ quan chức năng", "cơ quan có thẩm quyền"]),
    ("các đơn vị quản lý đã báo cáo.", ["đơn vị"]),
    ("các đơn vị tư vấn có liên quan rà soát.", ["đơn vị"]),
    ("các lực lượng chức năng, đoàn thể", ["lực lượng chức năng", "đoàn thể"]),
    ("Cấp ủy các cấp lãnh đạo.", ["cấp ủy"]),
]

POSTS = [
    ("Chủ tịch Ủy ban nhân dân tỉnh Hòa Giang khẩn trương xử lý.", ["Ủy ban nhân dân tỉnh Hòa Giang"], "a chairman"),
    ("Chủ tịch, các Phó Chủ tịch UBND tỉnh chỉ đạo.", ["Ủy ban nhân dân tỉnh"], "two posts, one body"),
    ("Chủ tịch Ủy ban nhân dân các huyện, thành phố.", ["Ủy ban nhân dân cấp huyện"], "chairmen of a level"),
    ("Bộ trưởng Bộ Tài chính báo cáo.", ["Bộ Tài chính"], "a minister"),
    ("Bộ trưởng các Bộ: Tài chính, Nội vụ.", ["Bộ Tài chính", "Bộ Nội vụ"], "ministers"),
    ("Giám đốc các Sở: Y tế, Nội vụ.", ["Sở Y tế", "Sở Nội vụ"], "directors"),
    ("Giám đốc, Chánh Văn phòng các Sở Tư pháp dự.", ["Sở Tư pháp"], "heads and chiefs of office of many bodies"),
    ("Chủ tịch, Chánh Văn phòng UBND tỉnh dự.", ["Văn phòng Ủy ban nhân dân tỉnh"], "of one, the office's"),
    (
        "Cục trưởng, Chánh Văn phòng Cục Thuế các tỉnh dự.",
        ["Cục Thuế cấp tỉnh"],
        "a post that begins as its body's name does",
    ),
    ("Thủ trưởng các sở, ngành chịu trách nhiệm.", ["sở", "ngành"], "heads of nobody in particular"),
    ("Bí thư Tỉnh ủy chủ trì.", ["Tỉnh ủy"], "a secretary"),
    ("Bí thư các huyện ủy, thành ủy chỉ đạo.", ["Huyện ủy", "Thành ủy"], "secretaries"),
    ("Thủ tướng Chính phủ giao Bộ Tài chính.", ["Thủ tướng Chính phủ", "Bộ Tài chính"], "a body of its own"),
    ("Phó Thủ tướng Chính phủ yêu cầu.", ["Thủ tướng Chính phủ"], "a Deputy stands for the same"),
    ("Phó Thủ tướng Thường trực yêu cầu.", ["Thủ tướng Chính phủ"], "with his standing"),
    ("Chánh Văn phòng UBND tỉnh chủ trì.", ["Văn phòng Ủy ban nhân dân tỉnh"], "an office over a body"),
    ("Chánh Thanh tra tỉnh kiểm tra.", ["Thanh tra tỉnh"], "an office with a place"),
    ("đại diện lãnh đạo Sở Y tế dự.", ["Sở Y tế"], "those who stand for it"),
    ("Trưởng Ban Tổ chức Tỉnh ủy tham mưu.", ["Ban Tổ chức Tỉnh ủy"], "the post swallows the first word of its body"),
    ("Chánh Văn phòng Tỉnh ủy theo dõi.", ["Văn phòng Tỉnh ủy"], "likewise"),
]

NONE = [
    ("Khởi công dự án xây dựng Trường Tiểu học Bến Gỗ.", "a school that is built"),
    ("Hoàn thành công trình Bệnh viện Đa khoa An Lĩnh.", "a hospital likewise"),
    ("Căn cứ Điều lệ Đảng Cộng sản Việt Nam.", "the party is no body that can be held to something"),
    ("Thông báo trên các phương tiện thông tin đại chúng.", "what is only spoken through"),
    ("Giải quyết các vụ, việc tồn đọng.", "'vụ' that is no unit"),
    ("Thông báo Kết luận của Chủ tịch tại cuộc họp.", "'báo' inside 'thông báo', before a capital letter"),
    ("Các khoa học cơ bản được coi trọng.", "'khoa' inside 'khoa học'"),
    ("Nhiều cán bộ ở bộ phận soạn thảo.", "'bộ' inside 'cán bộ', 'bộ phận'"),
    ("Thông báo để các bộ phận biết.", "'bộ' inside 'bộ phận', in the plural"),
    ("Việc triển khai đồng bộ, báo cáo đầy đủ tại hội nghị.", "'bộ', 'báo', 'hội' inside other words"),
    ("Công tác phòng, chống dịch được bảo đảm tại các phòng họp.", "'phòng' is no division"),
    ("Cải tạo khu vực công viên Hội An, ngõ 4 Đội Cung.", "a place and a street that begin like bodies"),
    ("Bộ tiêu chí, bộ máy, sở thích, ban đêm được ban hành.", "'bộ', 'sở', 'ban' are no heads"),
    ("Đường tỉnh, tỉnh lộ, huyện lộ được sửa chữa.", "roads"),
    ("Công tác công an, quân sự, thanh tra, kiểm tra.", "fields of work in lower case"),
    ("Hội thảo, hội chợ, viện phí, trạm bơm, tổ dân phố.", "words that begin like heads"),
    ("Trình Bộ tiêu chí, Bộ chỉ số đánh giá.", "'Bộ' for a set"),
    ("Thuế giá trị gia tăng được hoàn.", "a tax, not its office"),
    ("Trong tỉnh có mưa, thành phố ngập.", "the notice's own place without a capital letter"),
    ("Hệ thống chính trị, Đảng, Nhà nước và Nhân dân.", "what the guide leaves out"),
    ("Chủ tịch, Bí thư, Giám đốc đã phát biểu.", "posts without a body"),
    ("Công tác quốc phòng, dự phòng, tiêm phòng.", "'phòng' behind another syllable"),
    ("Họp tại Trung tâm Hội nghị tỉnh; các đồng chí Tỉnh ủy viên dự.", "a hall, and members of a committee"),
    ("Tập huấn cho cán bộ y tế, cán bộ tài chính thôn.", "'bộ' that ends a word before the field of a ministry"),
    ("Chuyển giao tiến bộ khoa học và công nghệ, phát triển đồng bộ giao thông vận tải.", "likewise"),
    ("Sửa chữa cơ sở giáo dục và đào tạo, trụ sở tài chính.", "'sở' that ends a word"),
]


def _acting_apart(text: str) -> list[Name]:
    return [mention.name for mention in Reader(text).mentions() if not mention.name.acting]


@pytest.mark.parametrize(("text", "expected", "why"), FIXED)
def test_fixed_names(text: str, expected: list[str], why: str) -> None:
    assert names(text) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), SHORT)
def test_other_ways_to_write_a_name(text: str, expected: list[str], why: str) -> None:
    assert names(text) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), COMPOSED)
def test_composed_names(text: str, expected: list[str], why: str) -> None:
    assert names(text) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), DISTRIBUTED)
def test_a_coordinated_head_is_distributed(text: str, expected: list[str], why: str) -> None:
    assert names(text) == expected, why


@pytest.mark.parametrize(("text", "places", "why"), LISTED_PLACES)
def test_a_body_of_each_place_of_a_list(text: str, places: list[str], why: str) -> None:
    assert names(text) == [f"Ủy ban nhân dân {place}" for place in places], why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("UBND các huyện Sở Y tế", ["Ủy ban nhân dân cấp huyện", "Sở Y tế"], "a body behind the group"),
        (
            "UBND các huyện An Lĩnh, Phú Khê, Sở Y tế rà soát.",
            ["Ủy ban nhân dân huyện An Lĩnh", "Ủy ban nhân dân huyện Phú Khê", "Sở Y tế"],
            "a body behind the places",
        ),
        (
            "Chủ tịch UBND các xã Bến Gỗ, Cồn Tiên, Giám đốc Sở Y tế rà soát.",
            ["Ủy ban nhân dân xã Bến Gỗ", "Ủy ban nhân dân xã Cồn Tiên", "Sở Y tế"],
            "a post behind the places",
        ),
        ("Các huyện An Lĩnh, Phú Khê rà soát.", ["huyện An Lĩnh", "huyện Phú Khê"], "places without a body"),
        (
            "Các sở, ban, ngành cấp tỉnh và Ủy ban nhân dân các huyện, thị xã rà soát.",
            ["sở", "ban", "ngành", "Ủy ban nhân dân cấp huyện"],
            "the level of collectives is no body of its own",
        ),
    ],
)
def test_where_a_list_of_places_ends(text: str, expected: list[str], why: str) -> None:
    assert names(text) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), GROUPS)
def test_groups(text: str, expected: list[str], why: str) -> None:
    assert names(text) == expected, why
    assert not any(name.generic for name in _acting_apart(text)), why


@pytest.mark.parametrize(("text", "expected"), GENERIC)
def test_collectives_of_nobody_in_particular(text: str, expected: list[str]) -> None:
    found = _acting_apart(text)
    assert [name.label for name in found] == expected
    assert all(name.generic and name.group for name in found)


@pytest.mark.parametrize(("text", "expected", "why"), POSTS)
def test_a_post_stands_for_its_body(text: str, expected: list[str], why: str) -> None:
    assert names(text) == expected, why


@pytest.mark.parametrize(("text", "why"), NONE)
def test_what_names_no_body(text: str, why: str) -> None:
    assert _acting_apart(text) == [], why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Sự cố xảy ra trên địa bàn tỉnh Hòa Giang.", ["tỉnh Hòa Giang"], "a province"),
        ("Mưa lớn tại huyện An Lĩnh.", ["huyện An Lĩnh"], "a district"),
        ("Đề nghị Tỉnh quan tâm.", ["tỉnh"], "the notice's own place with a capital letter"),
        ("Hợp tác xã Bến Gỗ thu hoạch lúa.", [], "a co-operative is no commune"),
        ("Các hộ dân bản Lá, xã Bến Gỗ, huyện An Lĩnh phản ánh.", [], "where somebody lives"),
        ("Đơn của ông Lò Văn Pản, huyện An Lĩnh: Không xem xét.", [], "where one person lives"),
        ("Huyện An Lĩnh, tỉnh Hòa Giang rà soát.", [], "a place and the one it lies in"),
        ("Cơ bản đáp ứng yêu cầu, tỉnh Hòa Giang rà soát.", ["tỉnh Hòa Giang"], "'bản' of another word"),
    ],
)
def test_a_place_is_an_agency_only_where_it_acts(text: str, expected: list[str], why: str) -> None:
    found = [mention.name for mention in Reader(text).mentions()]
    assert [name.label for name in found] == expected, why
    assert all(name.acting for name in found), why


@pytest.mark.parametrize(
    ("text", "level", "group", "national", "province"),
    [
        ("Bộ Y tế", Level.CENTRAL, False, True, None),
        ("Sở Y tế", Level.PROVINCE, False, False, None),
        ("Ủy ban nhân dân tỉnh Hòa Giang", Level.PROVINCE, False, False, "tỉnh Hòa Giang"),
        ("Ủy ban nhân dân các huyện", Level.DISTRICT, True, False, None),
        ("Ủy ban nhân dân xã Bến Gỗ", Level.COMMUNE, False, False, None),
        ("Ủy ban nhân dân thành phố Hà Nội", Level.PROVINCE, False, False, "thành phố Hà Nội"),
        ("Ủy ban nhân dân thành phố Lam Châu", Level.DISTRICT, False, False, None),
        ("các huyện ủy, thành ủy", Level.DISTRICT, True, False, None),
        ("Thủ tướng Chính phủ", Level.CENTRAL, False, True, None),
    ],
)
def test_what_a_name_says_of_its_body(
    text: str, level: Level, group: bool, national: bool, province: str | None
) -> None:
    name = Reader(text).mentions()[0].name
    assert (name.level, name.group, name.national, name.province) == (level, group, national, province)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công an tỉnh, các huyện tuần tra.", ["Công an tỉnh", "các huyện"]),
        ("các Sở: Y tế, Nội vụ rà soát.", ["Y tế", "Nội vụ"]),
        ("HĐND, UBND tỉnh Hòa Giang.", ["HĐND", "UBND tỉnh Hòa Giang"]),
        ("các huyện, thành ủy lãnh đạo.", ["huyện,", "thành ủy"]),
        ("Khu Quản lý đường bộ III và IV.", ["Khu Quản lý đường bộ III", "IV"]),
        ("UBND các tỉnh: Sông Lam, Hòa Giang.", ["UBND các tỉnh: Sông Lam", "Hòa Giang"]),
    ],
)
def test_a_mention_is_the_words_that_name_it(text: str, expected: list[str]) -> None:
    assert [text[mention.start : mention.end].strip() for mention in Reader(text).mentions()] == expected


PHRASES = st.sampled_from(
    [
        *(case[0] for case in [*FIXED, *SHORT, *DISTRIBUTED] if isinstance(case[0], str)),
        *("các ", "Sở", ": ", "UBND", " tỉnh", ", ", " và ", "; ", "(", ")", "Ban Chỉ đạo", " phòng, chống", "\n", "0"),
    ]
)


@given(st.lists(PHRASES, max_size=8).map("".join))
def test_mentions_are_in_order_and_apart(text: str) -> None:
    found = Reader(text).mentions()
    _in_order(found, text)
    assert all(mention.name.label == mention.name.label.strip() != "" for mention in found)


def _in_order(found: list[Mention], text: str) -> None:
    for mention in found:
        assert 0 <= mention.first <= mention.start < mention.end <= len(text)
        assert mention.end <= mention.last <= len(text)
    for one, other in pairwise(found):
        assert one.end <= other.start or (one.start, one.end) == (other.start, other.end)
