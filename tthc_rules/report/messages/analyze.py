"""Sentences of `analyze`: what is proved about rules and norms (phân tích)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

_RULES: Final[Table] = {
    "analyze/dead-rule": Entry(
        "quy tắc `{rule}` không bao giờ áp dụng: không tình huống nào thoả điều kiện `khi`",
        "rule `{rule}` never applies: no situation meets its `when`",
    ),
    "analyze/dead-rule.help": Entry(
        "sửa điều kiện mâu thuẫn trong `khi` hoặc `trừ khi`, hoặc bỏ quy tắc",
        "correct the contradiction in `when` or `unless`, or remove the rule",
    ),
    "analyze/vacuous-rule": Entry(
        "quy tắc `{rule}` không bao giờ bị vi phạm: `yêu cầu` luôn đúng khi quy tắc áp dụng",
        "rule `{rule}` is never violated: its requirement always holds where it applies",
    ),
    "analyze/vacuous-rule.help": Entry(
        "sửa `yêu cầu` cho đúng ý của điều luật, hoặc bỏ quy tắc",
        "correct `require` to what the article says, or remove the rule",
    ),
    "analyze/duplicate-rule": Entry(
        "quy tắc `{rule}` và `{other}` luôn bị vi phạm cùng nhau ({period})",
        "rules `{rule}` and `{other}` are always violated together ({period})",
    ),
    "analyze/duplicate-rule.help": Entry(
        "giữ một quy tắc, hoặc dùng `thay cho` để một quy tắc nói thay quy tắc kia",
        "keep one of them, or let one speak in place of the other with `silences`",
    ),
    "analyze/subsumed-rule": Entry(
        "mọi vi phạm của `{rule}` đều đã là vi phạm của `{other}` ({period})",
        "every violation of `{rule}` is already one of `{other}` ({period})",
    ),
    "analyze/subsumed-rule.help": Entry(
        "bỏ quy tắc bị che, hoặc để quy tắc cụ thể hơn nói thay quy tắc rộng bằng `thay cho`",
        "remove the covered rule, or let the more exact one speak in its place with `silences`",
    ),
    "analyze/contradiction": Entry(
        "`{rule}` và `{other}` mâu thuẫn: cùng áp dụng thì không giá trị nào thoả cả hai"
        " ({period})",
        "`{rule}` and `{other}` contradict: where both apply, no value satisfies both ({period})",
    ),
    "analyze/contradiction.help": Entry(
        "đối chiếu hai điều luật; giới hạn `hiệu lực` hoặc `khi` của một quy tắc",
        "compare the two articles; narrow the force or the `when` of one rule",
    ),
    "analyze/silence-circle": Entry(
        "các quy tắc thay cho nhau theo vòng tròn nên không quy tắc nào lên tiếng: {rules}",
        "rules speak in place of each other in a circle, so none speaks: {rules}",
    ),
    "analyze/silence-circle.help": Entry(
        "bỏ một `thay cho` để vòng tròn đứt", "drop one `silences` to break the circle"
    ),
    "analyze/other-rule": Entry("quy tắc `{rule}`", "rule `{rule}`"),
}
_GIVEN_UP: Final[Table] = {
    "analyze/out-of-fragment.arithmetic": Entry(
        "{rule}, {count} câu hỏi:"
        " phép tính vượt quá hiệu của hai số; cài phần mở rộng [analyze] để dùng Z3",
        "{rule}, {count} questions:"
        " arithmetic beyond a difference of two numbers; the extra [analyze] brings Z3",
    ),
    "analyze/out-of-fragment.time-arithmetic": Entry(
        "{rule}, {count} câu hỏi: cộng, trừ thời hạn là việc của lịch, không chứng minh được ở đây",
        "{rule}, {count} questions:"
        " adding time limits is the calendar's business and is not proved here",
    ),
    "analyze/out-of-fragment.mixed-time-limits": Entry(
        "{rule}, {count} câu hỏi: so sánh thời hạn khác loại ngày, kết quả tuỳ theo lịch",
        "{rule}, {count} questions:"
        " time limits of different kinds are compared, which the calendar decides",
    ),
    "analyze/out-of-fragment.aggregate": Entry(
        "{rule}, {count} câu hỏi: tổng, nhỏ nhất hoặc lớn nhất của một danh sách",
        "{rule}, {count} questions: a sum, smallest or largest of a list",
    ),
    "analyze/out-of-fragment.long-list": Entry(
        "{rule}, {count} câu hỏi: cần xét danh sách dài hơn mức xét được",
        "{rule}, {count} questions: a longer list would have to be looked at than is",
    ),
    "analyze/out-of-fragment.two-loops": Entry(
        "{rule}, {count} câu hỏi: hai vòng `áp dụng cho` trên cùng một danh sách",
        "{rule}, {count} questions: two loops over one list",
    ),
    "analyze/out-of-fragment.compared-lists": Entry(
        "{rule}, {count} câu hỏi:"
        " số lượng của danh sách được so với một giá trị không phải hằng số",
        "{rule}, {count} questions:"
        " the length of a list is compared with something other than a constant",
    ),
    "analyze/out-of-fragment.table": Entry(
        "{rule}, {count} câu hỏi: quy tắc tra bảng", "{rule}, {count} questions: a table is used"
    ),
    "analyze/out-of-fragment.size": Entry(
        "{rule}, {count} câu hỏi: quá nhiều khả năng phải xét",
        "{rule}, {count} questions: too many possibilities to examine",
    ),
    "analyze/out-of-fragment.replay": Entry(
        "{rule}, {count} câu hỏi: không dựng lại được tình huống tìm thấy để chạy thử quy tắc",
        "{rule}, {count} questions: the situation found could not be rebuilt to try the rules on",
    ),
}
_NORMS: Final[Table] = {
    "analyze/gap-in-time": Entry(
        "{attribute} của {subject} không có quy định {period}, giữa {beside} và {after}",
        "no {attribute} is set for {subject} {period}, between {beside} and {after}",
    ),
    "analyze/gap-in-time.help": Entry(
        "kiểm tra ngày hết hiệu lực và ngày có hiệu lực, hoặc đăng ký văn bản áp dụng ở giữa",
        "check where one period ends and the next begins, or register the text between them",
    ),
    "analyze/gap-in-domain": Entry(
        "{attribute} của {subject}: {count} tình huống chưa có mức, tình huống khác theo {beside}",
        "{attribute} of {subject}: {count} situations have none, others have it by {beside}",
    ),
    "analyze/gap-in-domain.help": Entry(
        "đăng ký quy định cho tình huống còn lại, nếu có",
        "register the provision for the remaining situations, if there is one",
    ),
    "analyze/answers-again": Entry("có mức trở lại từ {norm}", "set again by {norm}"),
    "analyze/defeat-cycle": Entry(
        "các quy phạm loại trừ nhau theo vòng tròn: {norms}",
        "norms displace each other in a circle: {norms}",
    ),
    "analyze/defeat-cycle.help": Entry(
        "xem lại `exception_to` và `fills`; một quy phạm không thể là ngoại lệ của chính nó",
        "review `exception_to` and `fills`; a norm cannot be an exception to itself",
    ),
    "analyze/in-the-circle": Entry("{norm} trong vòng tròn", "{norm} in the circle"),
    "analyze/delegation-unfilled": Entry(
        "{norm} giao quyền quy định nhưng chưa thấy văn bản nào quy định",
        "{norm} delegates, and no registered text fills it",
    ),
    "analyze/delegation-unfilled.due": Entry(
        "{norm} giao quyền quy định trước {by} nhưng chưa thấy văn bản nào quy định",
        "{norm} delegates until {by}, and no registered text fills it",
    ),
    "analyze/delegation-unfilled.help": Entry(
        "đăng ký văn bản của cơ quan được giao, hoặc đề nghị cơ quan đó ban hành",
        "register the text of the body addressed, or ask that body to issue it",
    ),
    "analyze/citation-ends": Entry(
        "{number} hết hiệu lực từ {end}, chưa thấy văn bản nối tiếp"
        " (quy tắc: {rules}; quy phạm: {norms}; chỗ dẫn: {uses})",
        "{number} is no longer in force from {end}, with no known successor"
        " (rules: {rules}; norms: {norms}; citations: {uses})",
    ),
    "analyze/citation-ends.outlived": Entry(
        "{number} hết hiệu lực từ {end} mà còn quy tắc áp dụng sau đó: {names}"
        " (quy tắc: {rules}; quy phạm: {norms}; chỗ dẫn: {uses})",
        "{number} is no longer in force from {end}, and rules go on after it: {names}"
        " (rules: {rules}; norms: {norms}; citations: {uses})",
    ),
    "analyze/citation-ends.followed": Entry(
        "{number} hết hiệu lực từ {end}, đã có văn bản nối tiếp"
        " (quy tắc: {rules}; quy phạm: {norms}; chỗ dẫn: {uses})",
        "{number} is no longer in force from {end} and has a successor"
        " (rules: {rules}; norms: {norms}; citations: {uses})",
    ),
    "analyze/citation-ends.help": Entry(
        "chuẩn bị căn cứ mới trước ngày đó, giới hạn `hiệu lực` của quy tắc theo văn bản",
        "prepare the new ground before that day, and bound the rule's force by its text",
    ),
    "analyze/cliff": Entry(
        "{count} văn bản cùng hết hiệu lực từ {day}: {texts}",
        "{count} texts are no longer in force from {day}: {texts}",
    ),
    "analyze/cited-here": Entry("dẫn tại đây", "cited here"),
}
_REPORT: Final[Table] = {
    "analyze/proof.proved": Entry("ĐÃ CHỨNG MINH", "PROVED"),
    "analyze/proof.counter-example": Entry("PHẢN VÍ DỤ", "COUNTER-EXAMPLE"),
    "analyze/proof.out-of-fragment": Entry("NGOÀI PHẠM VI CHỨNG MINH", "OUT OF FRAGMENT"),
    "analyze/label.conclusion": Entry("kết luận", "conclusion"),
    "analyze/label.case": Entry("ca kiểm thử, chạy được", "runnable case"),
    "analyze/label.command": Entry("chạy", "run"),
    "analyze/label.situation": Entry("tình huống", "situation"),
    "analyze/claim.dead-rule": Entry("không bao giờ áp dụng", "never applies"),
    "analyze/claim.vacuous-rule": Entry("không bao giờ bị vi phạm", "is never violated"),
    "analyze/claim.duplicate-rule": Entry("trùng nhau", "are duplicates"),
    "analyze/claim.subsumed-rule": Entry("bị quy tắc sau che", "is covered by the second"),
    "analyze/claim.contradiction": Entry("mâu thuẫn nhau", "contradict"),
    "analyze/asked": Entry(
        "{rules} quy tắc, {questions} câu hỏi: {proved} đã chứng minh, {refuted} có phản ví dụ,"
        " {open} ngoài phạm vi chứng minh",
        "{rules} rules, {questions} questions: {proved} proved, {refuted} with a counter-example,"
        " {open} out of fragment",
    ),
    "analyze/asked-norms": Entry(
        "{norms} quy phạm, {questions} câu hỏi về mức áp dụng",
        "{norms} norms, {questions} questions about what they give",
    ),
    "analyze/summary": Entry(
        "ngày {day}, nhìn trước đến hết {last}: {errors} lỗi, {warnings} cảnh báo,"
        " {infos} thông tin",
        "on {day}, looking ahead to the end of {last}: {errors} errors, {warnings} warnings,"
        " {infos} notes",
    ),
}
TABLE: Final[Table] = {**_RULES, **_GIVEN_UP, **_NORMS, **_REPORT}
