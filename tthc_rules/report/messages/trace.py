"""Sentences that explain how a rule came to its verdict (giải thích kết luận)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Final[Table] = {
    "trace/items": Entry("xét: {items}", "judged: {items}"),
    "trace/asked": Entry("hỏi luật: {function} ({given})", "asked the law: {function} ({given})"),
    "trace/answered": Entry(
        "hỏi luật: {function} ({given}) → {answer}",
        "asked the law: {function} ({given}) → {answer}",
    ),
    "trace/unknown": Entry("chưa rõ ({reason})", "unknown ({reason})"),
    "trace/none": Entry("không có mục nào", "nothing"),
    "trace/left-out": Entry("… bỏ {n} mục trước đó", "… items left out before: {n}"),
    "trace/because-false": Entry(
        "quyết định ở `{clause}`: không đúng rằng {claim}",
        "settled by `{clause}`: it is not so that {claim}",
    ),
    "trace/because-true": Entry(
        "quyết định ở `{clause}`: {claim}", "settled by `{clause}`: {claim}"
    ),
    "trace/because-unknown": Entry("chưa kết luận được vì {reason}", "undecided because {reason}"),
    "trace/verdict": Entry("kết luận: {verdict}", "verdict: {verdict}"),
    "trace/pass": Entry("đạt", "pass"),
    "trace/violation": Entry("vi phạm", "violation"),
    "trace/not-applicable": Entry("không áp dụng", "not applicable"),
    "trace/undecided": Entry("chưa kết luận được", "undecided"),
    "trace/at": Entry("tại `{path}` ({place})", "at `{path}` ({place})"),
    "trace/rule": Entry("quy tắc {rule}: {title}", "rule {rule}: {title}"),
    "trace/day": Entry("pháp luật ngày {day}", "the law of {day}"),
    "trace/subject": Entry("đối tượng: {subject}", "subject: {subject}"),
    "trace/message": Entry("thông báo: {message}", "message: {message}"),
    "trace/help": Entry("gợi ý: {help}", "help: {help}"),
    "trace/basis": Entry("căn cứ: {basis}", "basis: {basis}"),
    "trace/unverified": Entry("chưa kiểm chứng", "unverified"),
    "trace/receipt": Entry("vết suy luận: {command}", "receipt: {command}"),
    "trace/exempted": Entry("ngoại lệ theo {citation}", "exempt under {citation}"),
    "trace/not-in-force": Entry(
        "không áp dụng: quy tắc không có hiệu lực ngày {day}; hiệu lực: {force}",
        "not applicable: the rule is not in force on {day}; in force: {force}",
    ),
    "trace/nothing-judged": Entry(
        "không áp dụng: danh sách mà quy tắc đi qua không có mục nào",
        "not applicable: the list that the rule goes through is empty",
    ),
    "trace/fingerprint": Entry("phát hiện {fingerprint}", "finding {fingerprint}"),
    "trace/by-tool": Entry(
        "phát hiện này do chính công cụ nêu, không do quy tắc nào; không có bước xét để kể",
        "the tool itself says this, no rule does; there are no steps to tell",
    ),
    "trace/gone": Entry(
        "kết luận nằm ở phần dữ liệu không tìm lại được", "the data of this verdict were not found"
    ),
    "cli/no-finding": Entry(
        "lần kiểm tra mới không có phát hiện nào mang dấu `{name}`",
        "a fresh check has no finding with the fingerprint `{name}`",
    ),
    "cli/no-finding.help": Entry(
        "dấu có trong `tthc-rules check --format json`; ngày của pháp luật phải như cũ",
        "they stand in `tthc-rules check --format json`; the day of the law must be the same",
    ),
    "cli/many-findings": Entry(
        "nhiều phát hiện có dấu bắt đầu bằng `{name}`: {names}",
        "several findings begin with `{name}`: {names}",
    ),
    "cli/no-subject": Entry(
        "quy tắc `{rule}` xét {collection}; không có `{name}` nào như vậy",
        "rule `{rule}` judges {collection}; there is no `{name}` of that kind",
    ),
    "cli/no-subject.help": Entry(
        "viết mã thủ tục, thêm `@` và địa bàn nếu cần: `1.012756@40`",
        "write the procedure code, with `@` and the territory if need be: `1.012756@40`",
    ),
    "cli/only-rules": Entry(
        "`{name}` không phải quy tắc: `--plain` và `--trace` chỉ dùng với quy tắc",
        "`{name}` is no rule: `--plain` and `--trace` go with rules only",
    ),
    "cli/option.plain": Entry(
        "chỉ in quy tắc thành câu, từ chính cây cú pháp của nó",
        "print only the sentences made from the rule itself",
    ),
    "cli/option.trace": Entry(
        "kể từng bước quy tắc xét một đối tượng, kể cả vì sao không áp dụng",
        "tell step by step how the rule judges one subject, or why it does not apply",
    ),
    "cli/metavar.subject": Entry("MÃ[@ĐỊA_BÀN]", "CODE[@TERRITORY]"),
    "cli/argument.explain.rule": Entry(
        "mã quy tắc, mã như `yaml/bad-value`, hoặc ít nhất 6 chữ số đầu của dấu phát hiện",
        "id of a rule, of a finding such as `yaml/bad-value`, or 6 digits or more of a fingerprint",
    ),
}
