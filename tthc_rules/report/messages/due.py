"""Sentences about the end of one time limit and how it was counted (tính thời hạn).

The words of steps, reasons and policies stand with the calendar.
"""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

_ANSWERS: Final[Table] = {
    "due/answer": Entry("hạn: {end}", "due: {end}"),
    "due/answer.provisional": Entry("hạn (tạm tính): {end}", "due (provisional): {end}"),
    "due/answer.undecided": Entry(
        "hạn: chưa kết luận được, vì {reason}", "due: undecided, since {reason}"
    ),
    "due/end.day": Entry("hết {day}", "end of {day}"),
    "due/end.moment": Entry("{time} {day}", "{time} on {day}"),
    "due/end.provisional": Entry("{end} (tạm tính)", "{end} (provisional)"),
    "due/end.undecided": Entry("chưa kết luận được", "undecided"),
    "due/question": Entry(
        "thời hạn {limit}, hồ sơ đến {at}", "time limit {limit}, dossier arrived {at}"
    ),
    "due/counted-from": Entry("coi là tiếp nhận {at}", "received as of {at}"),
    "due/no-time": Entry(
        "mốc chỉ ghi ngày được lấy là {time}, lúc bắt đầu giờ làm việc",
        "where only a day is given, {time} is taken, when offices open",
    ),
    "due/no-time.matters": Entry(
        "nếu hồ sơ đến phút làm việc cuối cùng ({time}) thì hạn là: {end}",
        "a dossier that arrives in the last minute of office hours ({time}) is due: {end}",
    ),
    "due/provisional": Entry(
        "tạm tính: có ngày mới chỉ dự kiến, khi có thông báo chính thức thì hạn có thể đổi",
        "provisional: some days are estimates, and the official notice may move the end",
    ),
    "due/coverage": Entry(
        "lịch đang dùng cho biết các ngày từ {start} đến hết {last}",
        "the calendar in use knows the days from {start} to the end of {last}",
    ),
    "due/steps": Entry("từng ngày:", "day by day:"),
    "due/policies": Entry(
        "chỗ luật để ngỏ mà chọn khác đi thì hạn sẽ khác:",
        "left open by the law; chosen otherwise, the end would differ:",
    ),
}

_LINES: Final[Table] = {
    "due/line.reception": Entry(
        "{days}: ngày tiếp nhận, không tính", "{days}: day of reception, not counted"
    ),
    "due/line.counted": Entry("{days}: tính, ngày thứ {number}", "{days}: counted, day {number}"),
    "due/line.weeks": Entry(
        "{days}: tính, ngày thứ {number}, trừ {rest} (nghỉ hằng tuần)",
        "{days}: counted, day {number}, except {rest} (weekly rest)",
    ),
    "due/line.hours": Entry("{days}, {hours}: tính {time}", "{days}, {hours}: counted {time}"),
    "due/line.hours-each": Entry(
        "{days}, mỗi ngày {hours}: tính {time}", "{days}, each day {hours}: counted {time}"
    ),
    "due/line.other": Entry("{days}: {what}", "{days}: {what}"),
    "due/line.explained": Entry("{line}; {why}", "{line}; {why}"),
    "due/days": Entry("{first} – {last}", "{first} – {last}"),
    "due/day": Entry("{weekday} {day}", "{weekday} {day}"),
    "due/hours": Entry("{n} giờ", "{n} hours"),
    "due/hours.one": Entry("{n} giờ", "{n} hour"),
    "due/minutes": Entry("{n} phút", "{n} minutes"),
    "due/minutes.one": Entry("{n} phút", "{n} minute"),
    "due/why.weekly-rest": Entry("nghỉ hằng tuần", "weekly rest"),
    "due/why.beyond": Entry("ngoài phạm vi của lịch", "outside the coverage of the calendar"),
    "due/why.harmless": Entry(
        "chưa rõ là ngày làm việc hay ngày nghỉ, nhưng không làm đổi hạn",
        "not known whether it is worked, which does not move the end",
    ),
    "due/why.listed": Entry("{kind}: {name}", "{kind}: {name}"),
    "due/why.basis": Entry("theo {basis}", "by {basis}"),
    "due/why.pair": Entry("đi cùng {day}", "goes with {day}"),
    "due/why.estimated": Entry("mới chỉ dự kiến", "an estimate"),
    "due/why.unverified": Entry("chưa kiểm chứng", "unverified"),
    "due/kind.holiday": Entry("ngày lễ, tết", "holiday"),
    "due/kind.makeup_off": Entry("nghỉ bù", "day off in lieu"),
    "due/kind.swap_off": Entry("nghỉ do hoán đổi", "day off by a swap"),
    "due/kind.swap_work": Entry("làm bù do hoán đổi", "worked by a swap"),
    "due/kind.closure": Entry("cơ quan đóng cửa", "offices closed"),
    "due/kind.ordinary": Entry("ngày làm việc", "working day"),
    "due/kind.unknown": Entry("chưa có thông báo", "no notice yet"),
    "due/weekday.1": Entry("thứ Hai", "Monday"),
    "due/weekday.2": Entry("thứ Ba", "Tuesday"),
    "due/weekday.3": Entry("thứ Tư", "Wednesday"),
    "due/weekday.4": Entry("thứ Năm", "Thursday"),
    "due/weekday.5": Entry("thứ Sáu", "Friday"),
    "due/weekday.6": Entry("thứ Bảy", "Saturday"),
    "due/weekday.7": Entry("Chủ nhật", "Sunday"),
}

_POLICIES: Final[Table] = {
    "due/policy": Entry(
        "{question} (`{name}` = `{value}`): {answer}", "{question} (`{name}` = `{value}`): {answer}"
    ),
    "due/policy.default": Entry(
        "mặc định; căn cứ: {source}; độ chắc chắn {confidence}",
        "the default; basis: {source}; confidence {confidence}",
    ),
    "due/policy.chosen": Entry(
        "được chọn thay cho mặc định `{default}` (căn cứ của mặc định: {source};"
        " độ chắc chắn {confidence})",
        "chosen instead of the default `{default}` (basis of the default: {source};"
        " confidence {confidence})",
    ),
    "due/policy.otherwise": Entry(
        "nếu `{value}` ({answer}): {end}", "with `{value}` ({answer}): {end}"
    ),
    "due/policy.no-source": Entry("chưa tìm thấy", "none found"),
    "due/confidence.H": Entry("cao", "high"),
    "due/confidence.M": Entry("trung bình", "medium"),
    "due/confidence.L": Entry("thấp", "low"),
}

_PROBLEMS: Final[Table] = {
    "due/bad-limit": Entry("không hiểu thời hạn `{text}`", "unknown time limit `{text}`"),
    "due/bad-limit.near": Entry("ý bạn là `{near}`?", "did you mean `{near}`?"),
    "due/bad-limit.help": Entry(
        "viết như `5 ngày làm việc`, `10 ngày`, `4 giờ làm việc`, `1 tháng` hoặc `trong ngày`",
        "write it like `5 working days`, `10 days`, `4 working hours`, `1 month` or `same day`",
    ),
    "due/no-calendar": Entry(
        "không có lịch nghỉ nào để tính", "there is no calendar to count with"
    ),
    "due/no-calendar.help": Entry(
        "thêm --calendar TỆP, hoặc đặt tệp lịch vào dữ liệu của không gian làm việc",
        "add --calendar FILE, or put a calendar among the data of the workspace",
    ),
    "due/unknown-event": Entry("không có sự kiện `{name}`", "no event `{name}`"),
    "due/unknown-event.near": Entry("ý bạn là `{near}`?", "did you mean `{near}`?"),
    "due/unknown-event.help": Entry("một trong: {names}", "one of {names}"),
    "due/lone-completion": Entry(
        "có sự kiện kết thúc việc chờ mà trước đó không có yêu cầu",
        "an event ends a wait that no request began",
    ),
    "due/lone-completion.help": Entry(
        "thêm sự kiện yêu cầu tương ứng, như `supplement_requested` trước `supplement_completed`",
        "add the request, such as `supplement_requested` before `supplement_completed`",
    ),
    "due/difficult-alone": Entry(
        "--difficult chỉ có nghĩa khi có --extension",
        "--difficult means something with --extension",
    ),
    "due/difficult-alone.help": Entry(
        "thêm --extension với số ngày được cộng thêm, hoặc bỏ --difficult",
        "add --extension with what is added, or leave out --difficult",
    ),
    "due/difficult-missing": Entry(
        "chưa rõ `{name}` có thuộc vùng khó khăn không, nên chưa biết có được gia hạn không",
        "whether `{name}` is in a difficult area is not said, so the extension stays open",
    ),
    "due/difficult-missing.help": Entry(
        "thêm --difficult {name}=yes hoặc --difficult {name}=no",
        "add --difficult {name}=yes or --difficult {name}=no",
    ),
}

TABLE: Final[Table] = {**_ANSWERS, **_LINES, **_POLICIES, **_PROBLEMS}
