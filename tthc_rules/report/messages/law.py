"""Sentences about the law's answers, rules, catalogues and integrity (luật, quy tắc)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table
from tthc_rules.report.messages.resolution import FAULTS

_SENTENCES: Final[Table] = {
    "law/gap": Entry(
        "chưa có quy phạm nào đặt giá trị cho trường hợp này",
        "no registered norm sets a value for this case",
    ),
    "law/conflict": Entry(
        "hai quy định cho hai giá trị khác nhau: {texts}",
        "two provisions give two different values: {texts}",
    ),
    "law/missing-facts": Entry(
        "còn thiếu dữ kiện: {names}",
        "these facts are missing: {names}",
    ),
    "law/not-a-time-limit": Entry(
        "giá trị do {texts} đặt không phải là thời hạn",
        "what {texts} sets is not a time limit",
    ),
    "law/unit-unstated": Entry(
        "không so được {left} với {right} khi chưa rõ đơn vị",
        "{left} cannot be compared with {right} while the unit is unknown",
    ),
    "law/no-calendar": Entry(
        "không có lịch nghỉ để so hai loại ngày",
        "there is no calendar to compare two kinds of days with",
    ),
    "law/depends-on-reception": Entry(
        "{left} so với {right} tùy ngày tiếp nhận: nhận ngày {shorter} thì không dài hơn, "
        "nhận ngày {longer} thì dài hơn",
        "{left} against {right} depends on the day of reception: received on {shorter} it is "
        "not longer, on {longer} it is",
    ),
    "law/calendar.unknown_day": Entry(
        "không so được {left} với {right}: lịch nghỉ còn ngày chưa rõ",
        "{left} cannot be compared with {right}: the calendar has unknown days",
    ),
    "law/calendar.beyond_coverage": Entry(
        "không so được {left} với {right}: lịch nghỉ chưa tới các ngày cần xét",
        "{left} cannot be compared with {right}: the calendar does not reach that far",
    ),
    "law/calendar.policy_required": Entry(
        "không so được {left} với {right}: cần chọn một chính sách tính thời hạn",
        "{left} cannot be compared with {right}: a policy of counting must be chosen",
    ),
    "law/calendar.unit_unstated": Entry(
        "không so được {left} với {right} khi chưa rõ đơn vị",
        "{left} cannot be compared with {right} while the unit is unknown",
    ),
    "law/calendar.part_of_day": Entry(
        "không so được {left} với {right}: phần lẻ của ngày không có nghĩa ở đây",
        "{left} cannot be compared with {right}: a part of a day means nothing here",
    ),
    "law/calendar.no_reception_day": Entry(
        "không so được {left} với {right}: không có ngày tiếp nhận nào trong kỳ",
        "{left} cannot be compared with {right}: the period has no day of reception",
    ),
    "law/unread": Entry(
        "một giá trị cần xét trong tệp chưa đọc được",
        "a value that the answer rests on could not be read",
    ),
    "law/path-undecided": Entry(
        "chưa cộng được thời gian các bước: thiếu thời gian, khác loại ngày hoặc có vòng lặp",
        "the times of the steps do not add up: one is missing, of another kind, or in a circle",
    ),
    "law/no-route": Entry("cấu hình không có quy trình", "the configuration has no route"),
    "law/route-unreadable": Entry(
        "quy trình chưa đọc được nên chưa xét",
        "the route could not be read and was not judged",
    ),
    "law/unknown-system": Entry(
        "hệ thống `{system}` không có trong danh mục",
        "system `{system}` is in no catalogue",
    ),
    "law/no-amount": Entry("công bố không ghi mức thu bằng đồng", "no amount in đồng is stated"),
    "law/not-money": Entry(
        "quy định đang có hiệu lực không đặt số tiền", "the law in force sets no amount of money"
    ),
    "law/too-many-situations": Entry(
        "quá nhiều tình huống để xét hết", "there are too many situations to examine"
    ),
    "law/unknown-charge": Entry(
        "chưa rõ khoản thu `{charge}` là phí hay lệ phí",
        "whether `{charge}` is a fee or a charge is not known",
    ),
    "law/unreadable-waiver": Entry(
        "một mục miễn giảm chưa đọc được", "a configured waiver could not be read"
    ),
    "law/unreadable-norm": Entry("quy phạm này chưa đọc được", "this norm could not be read"),
    "law/not-listed": Entry(
        "danh mục `{kind}` không có `{id}`", "the catalogue `{kind}` has no `{id}`"
    ),
    "law/unknown-instrument": Entry(
        "văn bản {number} không có trong sổ đăng ký",
        "{number} is not in the register of instruments",
    ),
    "law/ambiguous-instrument": Entry(
        "số hiệu {number} có ở nhiều cơ quan ban hành; cần ghi rõ cơ quan",
        "several issuers have a {number}; the issuer must be named",
    ),
    "rule/undecided": Entry("chưa kết luận được", "undecided"),
    "rule/inherited-from-here": Entry(
        "giá trị chung lấy từ bản công bố, ở đây",
        "the generic value comes from the publication, here",
    ),
    "rule/replace": Entry("thay bằng `{value}`", "replace it by `{value}`"),
    "rule/overlapping-id": Entry(
        "quy tắc `{rule}` được khai hai lần",
        "rule `{rule}` is declared twice",
    ),
    "rule/overlapping-id.help": Entry(
        "đổi tên một trong hai tệp",
        "rename one of the two files",
    ),
    "rule/unknown-silenced": Entry(
        "quy tắc `{rule}` không có nên không thay cho nó được",
        "there is no rule `{rule}` to silence",
    ),
    "override/nothing-to-remove": Entry(
        "không có `{path}` trong bản công bố để bỏ",
        "the publication has no `{path}` to remove",
    ),
    "override/nothing-to-remove.help": Entry(
        "sửa đường dẫn, hoặc xóa dòng này",
        "correct the path, or delete the line",
    ),
    "catalogue/declared-twice": Entry(
        "mã `{id}` của danh mục {catalogue} được khai hai lần",
        "id `{id}` of the catalogue of {catalogue} is declared twice",
    ),
    "catalogue/declared-twice.help": Entry(
        "giữ một khai báo hoặc đổi mã",
        "keep one declaration or change the id",
    ),
    "catalogue/first-declared-here": Entry("khai lần đầu ở đây", "first declared here"),
    "reference/unknown": Entry(
        "không có `{id}` trong danh mục {catalogue}",
        "no `{id}` in the catalogue of {catalogue}",
    ),
    "reference/unknown.help": Entry(
        "khai `{id}` trong danh mục, hoặc sửa mã",
        "declare `{id}` in a catalogue, or correct the id",
    ),
    "reference/unknown.near": Entry("có phải là `{near}`?", "did you mean `{near}`?"),
    "instrument/unresolved-citation": Entry(
        "văn bản `{number}` không có trong sổ đăng ký",
        "no instrument `{number}` in the register",
    ),
    "instrument/unresolved-citation.help": Entry(
        "đăng ký văn bản, hoặc sửa số hiệu",
        "register the instrument, or correct the number",
    ),
    "instrument/unresolved-citation.near": Entry("có phải là `{near}`?", "did you mean `{near}`?"),
    "instrument/key-without-issuer": Entry(
        "`{number}` có ở nhiều nơi ban hành: {issuers}",
        "`{number}` exists for several issuers: {issuers}",
    ),
    "instrument/key-without-issuer.help": Entry("ghi thêm `issuer`", "add `issuer`"),
    "identity/duplicate-code": Entry("`{name}` được khai hai lần", "`{name}` is declared twice"),
    "identity/duplicate-code.help": Entry(
        "giữ một bản cho mỗi mã và địa bàn",
        "keep one for each code and territory",
    ),
    "identity/duplicate-item": Entry(
        "`{id}` có hai lần trong một danh sách", "`{id}` stands twice in one list"
    ),
    "identity/duplicate-item.help": Entry(
        "mỗi mục có một mã riêng; gộp hoặc đổi mã",
        "every item has an id of its own; merge them or change one",
    ),
    "identity/unknown-procedure": Entry(
        "không có bản công bố của thủ tục `{code}`",
        "no publication of procedure `{code}`",
    ),
    "identity/unknown-procedure.help": Entry(
        "khai bản công bố của thủ tục, hoặc sửa mã",
        "declare the publication, or correct the code",
    ),
    "identity/unknown-procedure.near": Entry("có phải là `{near}`?", "did you mean `{near}`?"),
    "settings/not-settings": Entry(
        "`{file}` có loại `{kind}`, không phải thiết lập",
        "`{file}` is of kind `{kind}`, not settings",
    ),
    "settings/not-settings.help": Entry(
        "viết `kind: settings` ở dòng đầu", "write `kind: settings` in the first line"
    ),
    "settings/unknown-rule.near": Entry("có phải là `{near}`?", "did you mean `{near}`?"),
    "settings/unknown-rule": Entry(
        "thiết lập nhắc tới quy tắc `{rule}` không có",
        "the settings name a rule `{rule}` that does not exist",
    ),
}

_REJECTED: Final = Entry(
    "quy phạm này không tham gia câu trả lời nào; sửa căn cứ, phạm vi hoặc giá trị",
    "the norm takes part in no answer; correct its ground, its reach or its value",
)
_NORMS: Final[Table] = {
    key.replace("resolution/fault.", "norm/").replace("_", "-"): entry
    for key, entry in FAULTS.items()
}

TABLE: Final[Table] = {
    **_SENTENCES,
    **_NORMS,
    **{f"{key}.help": _REJECTED for key in _NORMS},
}
