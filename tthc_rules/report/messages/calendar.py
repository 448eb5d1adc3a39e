"""Words about calendars and time limits: findings, reasons, policies (lịch và thời hạn)."""

from tthc_rules.report.messages.entry import Entry, Table

_FINDINGS: Table = {
    "calendar/overlap": Entry(
        "phạm vi lịch trùng với `{other}` từ ngày {day}",
        "coverage overlaps that of `{other}` from {day} on",
    ),
    "calendar/overlap.help": Entry(
        "mỗi ngày chỉ thuộc một lịch; lấy mốc `until` của lịch trước làm mốc `from` của lịch sau",
        "a day belongs to one calendar; begin `from` where `until` of the earlier one ends",
    ),
    "calendar/differing-pattern": Entry(
        "`{key}` khác với `{other}`, nếp của năm trước được giữ",
        "`{key}` differs from `{other}`, the pattern of the earlier year is kept",
    ),
    "calendar/differing-pattern.help": Entry(
        "khai `{key}` giống nhau trong mọi lịch",
        "state the same `{key}` in every calendar",
    ),
    "calendar/unusable-pattern": Entry(
        "không dùng được `{key}`, nếp thông thường được áp dụng",
        "`{key}` cannot be used, the usual pattern applies",
    ),
    "calendar/unusable-pattern.help": Entry(
        "thứ trong tuần ghi từ 1 đến 7; các buổi ghi dạng `07:30`, không trùng nhau",
        "weekdays are 1 to 7; sessions are written like `07:30` and do not overlap",
    ),
    "calendar/contradiction": Entry(
        "ngày {day} là `{kind}` ở đây nhưng là `{other}` ở chỗ khác, nên coi là chưa rõ",
        "{day} is `{kind}` here but `{other}` elsewhere, so it counts as unknown",
    ),
    "calendar/contradiction.help": Entry(
        "giữ lại một mục cho ngày {day}, theo thông báo đã đọc",
        "keep one entry for {day}, by the notice that was read",
    ),
    "calendar/outside-coverage": Entry(
        "ngày {day} nằm ngoài phạm vi của lịch này",
        "{day} lies outside the coverage of this calendar",
    ),
    "calendar/outside-coverage.help": Entry(
        "chuyển ngày này sang lịch của năm đó hoặc sửa `coverage`",
        "move the day to the calendar of its year or correct `coverage`",
    ),
    "calendar/other-year": Entry(
        "phạm vi của lịch vượt ra ngoài năm {year}",
        "the coverage of the calendar leaves the year {year}",
    ),
    "calendar/other-year.help": Entry(
        "sửa `year` hoặc chia lịch theo từng năm",
        "correct `year` or split the calendar by year",
    ),
    "calendar/swap-without-pair": Entry(
        "ngày hoán đổi {day} không có ngày đối ứng khớp với nó (`pair`: {pair})",
        "the swap day {day} has no matching counterpart (`pair`: {pair})",
    ),
    "calendar/swap-without-pair.help": Entry(
        "mỗi ngày `swap_off` cần một ngày `swap_work` và ngược lại, hai ngày ghi `pair` của nhau",
        "each `swap_off` needs a `swap_work` and the reverse, each naming the other as `pair`",
    ),
    "calendar/idle-day": Entry(
        "ngày {day} khai là `{kind}` nhưng nếp tuần đã như vậy",
        "{day} is listed as `{kind}` but the weekly pattern already says so",
    ),
    "calendar/idle-day.help": Entry(
        "kiểm tra lại ngày trong thông báo nghỉ",
        "check the date against the notice",
    ),
    "calendar/other-place": Entry("khai ở đây trước", "stated here first"),
    "calendar/unknown-policy": Entry(
        "không có chính sách tính thời hạn `{policy}`", "no time limit policy `{policy}`"
    ),
    "calendar/unknown-policy.help": Entry("chọn một trong: {known}", "one of {known}"),
    "calendar/unknown-policy.help.near": Entry(
        "có phải ý bạn là `{near}`?", "did you mean `{near}`?"
    ),
    "calendar/unknown-policy-value": Entry(
        "chính sách `{policy}` không có giá trị `{value}`",
        "policy `{policy}` has no value `{value}`",
    ),
    "calendar/unknown-policy-value.help": Entry("chọn một trong: {known}", "one of {known}"),
    "calendar/unknown-policy-value.help.near": Entry(
        "có phải ý bạn là `{near}`?", "did you mean `{near}`?"
    ),
}

_REASONS: Table = {
    "due/undecided.unknown_day": Entry(
        "kết quả còn tuỳ một ngày chưa rõ là ngày làm việc hay ngày nghỉ",
        "the answer depends on a day that may be a working day or a day off",
    ),
    "due/undecided.beyond_coverage": Entry(
        "kết quả cần đến một ngày nằm ngoài phạm vi của lịch",
        "the answer needs a day outside the coverage of the calendar",
    ),
    "due/undecided.supplement_pending": Entry(
        "hồ sơ đang chờ bổ sung", "the dossier waits for its supplement"
    ),
    "due/undecided.opinion_pending": Entry(
        "đang chờ ý kiến của cơ quan khác", "another body's opinion is awaited"
    ),
    "due/undecided.payment_pending": Entry(
        "đang chờ thực hiện nghĩa vụ tài chính", "a payment is awaited"
    ),
    "due/undecided.policy_required": Entry(
        "cần chọn chính sách `difficult_area_of`: chỉ đất hoặc chỉ người nộp thuộc vùng khó khăn",
        "policy `difficult_area_of` must be chosen: only the land or only the applicant is "
        "in a difficult area",
    ),
    "due/undecided.unit_unstated": Entry(
        "thời hạn không ghi đơn vị", "the time limit states no unit"
    ),
    "due/undecided.part_of_day": Entry(
        "chưa có quy định cách tính phần lẻ của `ngày` không phải ngày làm việc",
        "no rule says how a part of a calendar day counts",
    ),
    "due/undecided.no_reception_day": Entry(
        "khoảng thời gian đã chọn không có ngày tiếp nhận nào",
        "the chosen period has no reception day",
    ),
}

_STEPS: Table = {
    "due/step.counted": Entry("tính", "counted"),
    "due/step.day-off": Entry("ngày nghỉ, không tính", "day off, not counted"),
    "due/step.paused": Entry("tạm dừng, không tính", "clock stopped, not counted"),
    "due/step.rolled": Entry("ngày nghỉ, chuyển sang ngày sau", "day off, the end moves on"),
    "due/step.reached": Entry("ngày kết thúc thời hạn", "the limit ends on this day"),
    "due/step.unsettled": Entry("chưa rõ, dừng tính tại đây", "not known, the count stops here"),
}

_POLICIES: Table = {
    "policy/reception_outside_hours": Entry(
        "tiếp nhận ngoài giờ làm việc", "reception outside office hours"
    ),
    "policy/reception_outside_hours.next_working_moment": Entry(
        "hồ sơ đến ngoài giờ hoặc vào ngày nghỉ được coi là tiếp nhận vào phút làm việc kế tiếp",
        "a dossier that arrives outside office hours or on a day off is received at the next "
        "working minute",
    ),
    "policy/reception_outside_hours.as_recorded": Entry(
        "thời điểm ghi nhận là thời điểm tiếp nhận, bất kể giờ nào, ngày nào",
        "the recorded moment is the reception, whatever the hour or day",
    ),
    "policy/reception_day": Entry("ngày tiếp nhận", "day of reception"),
    "policy/reception_day.not_counted": Entry(
        "bắt đầu tính từ ngày liền sau ngày tiếp nhận",
        "the first counted day is the day after reception",
    ),
    "policy/reception_day.counted": Entry(
        "ngày tiếp nhận là ngày đầu tiên được tính",
        "the day of reception is the first counted day",
    ),
    "policy/same_day_cutoff": Entry(
        "mốc 15 giờ của thời hạn `trong ngày`", "15:00 for limits of the same day"
    ),
    "policy/same_day_cutoff.after_1500_next_working_day": Entry(
        "tiếp nhận sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo; đúng 15 giờ vẫn kịp",
        "received after 15:00 it ends on the next working day; 15:00 itself is in time",
    ),
    "policy/same_day_cutoff.none": Entry("luôn là ngày tiếp nhận", "always the day of reception"),
    "policy/multi_day_cutoff": Entry(
        "mốc 15 giờ của thời hạn từ một ngày trở lên", "15:00 for limits of a day and longer"
    ),
    "policy/multi_day_cutoff.none": Entry(
        "mốc 15 giờ không ảnh hưởng đến thời hạn dài hơn", "15:00 has no effect on a longer limit"
    ),
    "policy/multi_day_cutoff.after_1500_next_working_day": Entry(
        "tiếp nhận sau 15 giờ được coi là tiếp nhận vào đầu ngày làm việc tiếp theo",
        "received after 15:00 counts as received at the opening of the next working day",
    ),
    "policy/fraction_start": Entry(
        "thời hạn dưới một ngày làm việc", "limits below one working day"
    ),
    "policy/fraction_start.from_reception": Entry(
        "tính bằng giờ làm việc từ thời điểm tiếp nhận",
        "runs in working hours from the moment of reception",
    ),
    "policy/fraction_start.next_working_day": Entry(
        "tính bằng giờ làm việc từ đầu ngày làm việc liền sau",
        "runs in working hours from the opening of the next working day",
    ),
    "policy/swap_work_day": Entry("ngày làm bù do hoán đổi", "worked rest day of a swap"),
    "policy/swap_work_day.working": Entry(
        "là ngày làm việc về mọi mặt", "is a working day for everything"
    ),
    "policy/swap_work_day.rest": Entry(
        "vẫn là ngày nghỉ; ngày được hoán đổi vẫn nghỉ",
        "stays a rest day; the weekday given off stays off",
    ),
    "policy/saturday_reception": Entry(
        "giờ tiếp nhận sáng thứ Bảy", "reception hours on Saturdays"
    ),
    "policy/saturday_reception.reception_only": Entry(
        "được tiếp nhận trong thứ Bảy, nhưng thứ Bảy vẫn là ngày nghỉ",
        "a dossier is received that Saturday, which stays a rest day",
    ),
    "policy/saturday_reception.ignored": Entry(
        "giờ tiếp nhận thứ Bảy không có tác dụng", "Saturday reception hours have no effect"
    ),
    "policy/saturday_reception.half_day_hours": Entry(
        "được tiếp nhận, và giờ làm việc có tính trong buổi đó; thứ Bảy vẫn không là ngày làm việc",
        "a dossier is received and working hours run; Saturday is still no working day",
    ),
    "policy/end_on_rest_day": Entry(
        "thời hạn kết thúc vào ngày nghỉ", "limits that end on a day off"
    ),
    "policy/end_on_rest_day.next_working_day": Entry(
        "kết thúc vào ngày làm việc tiếp theo", "end on the next working day"
    ),
    "policy/end_on_rest_day.stays": Entry("kết thúc đúng ngày đó", "end where they fall"),
    "policy/clock_hours_end": Entry(
        "thời hạn tính bằng giờ kết thúc vào ngày nghỉ", "plain hours that end on a day off"
    ),
    "policy/clock_hours_end.as_computed": Entry(
        "kết thúc đúng thời điểm tính được, kể cả đêm và ngày nghỉ",
        "end at the computed moment, nights and days off included",
    ),
    "policy/clock_hours_end.next_working_day": Entry(
        "kết thúc khi hết ngày làm việc tiếp theo", "end with the next working day"
    ),
    "policy/supplement_effect": Entry("yêu cầu bổ sung hồ sơ", "request for supplement"),
    "policy/supplement_effect.reset": Entry(
        "thời hạn tính lại từ đầu khi bổ sung đủ",
        "the limit is counted anew from the completion",
    ),
    "policy/supplement_effect.pause": Entry(
        "tạm dừng từ lúc yêu cầu đến khi bổ sung đủ",
        "the clock stops from request to completion",
    ),
    "policy/opinion_wait": Entry(
        "thời gian lấy ý kiến cơ quan khác", "wait for another body's opinion"
    ),
    "policy/opinion_wait.runs": Entry("vẫn tính vào thời hạn", "does not stop the clock"),
    "policy/opinion_wait.pauses": Entry("không tính vào thời hạn", "stops the clock"),
    "policy/payment_wait": Entry(
        "thời gian chờ thực hiện nghĩa vụ tài chính", "wait for a payment"
    ),
    "policy/payment_wait.runs": Entry("vẫn tính vào thời hạn", "does not stop the clock"),
    "policy/payment_wait.pauses": Entry("không tính vào thời hạn", "stops the clock"),
    "policy/pause_unit": Entry("đơn vị tính thời gian tạm dừng", "unit of a stopped clock"),
    "policy/pause_unit.whole_days": Entry(
        "không tính các ngày sau ngày yêu cầu cho đến hết ngày hoàn thành",
        "days after the day of the request up to the day of completion are not counted",
    ),
    "policy/pause_unit.working_minutes": Entry(
        "cộng số phút làm việc đã dừng vào sau thời hạn (chỉ với thời hạn tròn ngày làm việc)",
        "the working minutes lost are added after the end (whole working days only)",
    ),
    "policy/extension_roll": Entry("gia hạn và ngày nghỉ", "extensions and days off"),
    "policy/extension_roll.once": Entry(
        "chỉ ngày kết thúc sau cùng mới chuyển khỏi ngày nghỉ",
        "only the final end leaves a day off",
    ),
    "policy/extension_roll.each": Entry(
        "ngày kết thúc ban đầu chuyển khỏi ngày nghỉ trước, rồi mới tính gia hạn",
        "the end of the base limit leaves a day off first, the extension counts from there",
    ),
    "policy/difficult_area_of": Entry("vùng khó khăn theo nơi nào", "whose area is difficult"),
    "policy/difficult_area_of.undeclared": Entry(
        "chưa chọn; chưa kết luận nếu đất và người nộp ở hai loại vùng khác nhau",
        "not chosen; undecided unless land and applicant agree",
    ),
    "policy/difficult_area_of.land": Entry("theo nơi có đất", "the area of the land decides"),
    "policy/difficult_area_of.applicant": Entry(
        "theo nơi ở của người nộp hồ sơ", "the area of the applicant decides"
    ),
    "policy/day_limit_ends_at": Entry(
        "thời điểm kết thúc của ngày cuối cùng", "when the last day is over"
    ),
    "policy/day_limit_ends_at.midnight": Entry("lúc 24 giờ của ngày đó", "at 24:00 of that day"),
    "policy/day_limit_ends_at.office_close": Entry(
        "khi hết giờ làm việc của ngày đó", "when the office closes on that day"
    ),
}

TABLE: Table = {**_FINDINGS, **_REASONS, **_STEPS, **_POLICIES}
