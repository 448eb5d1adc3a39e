"""Words of the generated pages of the rules and of the command that builds them (tài liệu)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

_PAGES: Final[Table] = {
    "docs/all-rules": Entry("mọi quy tắc", "all rules"),
    "docs/asks": Entry("Quy tắc đòi hỏi gì", "What the rule asks"),
    "docs/facts": Entry("Tóm tắt", "At a glance"),
    "docs/basis": Entry("Căn cứ", "Basis"),
    "docs/says": Entry("Khi vi phạm, quy tắc nói", "What it says of a violation"),
    "docs/remedy": Entry("gợi ý", "help"),
    "docs/has-fix": Entry(
        "Quy tắc tự đề xuất được giá trị thay thế", "The rule can offer a value that is right"
    ),
    "docs/passing": Entry("Ví dụ đạt", "An example that passes"),
    "docs/failing": Entry("Ví dụ vi phạm", "An example that is violated"),
    "docs/case-above": Entry(
        "trường hợp thử «{name}», nguyên văn ở phần trên",
        "the case «{name}», written out in the Vietnamese part above",
    ),
    "docs/nothing-found": Entry("Không có phát hiện nào", "Nothing is found"),
    "docs/whole": Entry("toàn bộ", "the whole"),
    "docs/sample": Entry(
        "Dữ liệu mẫu mà các ví dụ thay đổi (bịa ra)", "The made-up data that the examples change"
    ),
    "docs/source": Entry("Nguồn", "Source"),
    "docs/rule-file": Entry("nguyên văn quy tắc", "the text of the rule"),
    "docs/cases-file": Entry("{n} trường hợp thử", "cases: {n}"),
    "docs/severity": Entry("mức độ", "severity"),
    "docs/counts-as": Entry(
        "{severity}; tính là {counted} chừng nào chưa điều khoản nào được dẫn đã kiểm chứng",
        "{severity}; counts as {counted} while none of the provisions cited is verified",
    ),
    "docs/suppression": Entry("tắt được không", "switching off"),
    "docs/force": Entry("hiệu lực", "in force"),
    "docs/always": Entry("luôn luôn", "always"),
    "docs/applies-to": Entry("áp dụng cho", "applies to"),
    "docs/silences": Entry("nói thay cho", "speaks for"),
    "docs/verified": Entry("đã kiểm chứng", "verified"),
    "docs/unverified": Entry("chưa kiểm chứng", "unverified"),
    "docs/unregistered": Entry("chưa đăng ký", "not registered"),
}
_INDEXES: Final[Table] = {
    "docs/index": Entry("Các quy tắc", "The rules"),
    "docs/index.intro": Entry(
        "{n} quy tắc, xếp theo chủ đề; mỗi quy tắc một trang, sinh ra từ chính quy tắc"
        " và các trường hợp thử của nó",
        "{n} rules by topic; each has a page made of the rule itself and its cases",
    ),
    "docs/by-law": Entry("Theo văn bản và điều luật", "By instrument and article"),
    "docs/by-force": Entry("Theo ngày bắt đầu có hiệu lực", "By first day of force"),
    "docs/not-built": Entry(
        "Quy tắc chưa làm được, và còn thiếu gì", "Rules not built, and what is lacking"
    ),
    "docs/law.intro": Entry(
        "{texts} văn bản và {articles} điều có quy tắc dẫn",
        "instruments cited by rules: {texts}, articles: {articles}",
    ),
    "docs/instrument": Entry("văn bản", "instrument"),
    "docs/title": Entry("tên", "title"),
    "docs/status": Entry("tình trạng", "status"),
    "docs/articles": Entry("các điều", "articles"),
    "docs/rules": Entry("số quy tắc", "rules"),
    "docs/id": Entry("mã", "id"),
    "docs/rule": Entry("quy tắc", "rule"),
    "docs/provision": Entry("điều khoản", "provision"),
    "docs/article": Entry("Điều", "Article"),
    "docs/clause": Entry("khoản", "clause"),
    "docs/point": Entry("điểm", "point"),
}
_TOPICS: Final[Table] = {
    "docs/topic.calendar": Entry("Lịch nghỉ", "Calendar"),
    "docs/topic.component": Entry("Thành phần hồ sơ", "Components of the dossier"),
    "docs/topic.delay": Entry("Chậm và xin lỗi", "Delay and apology"),
    "docs/topic.digitisation": Entry("Số hoá", "Digitisation"),
    "docs/topic.fee": Entry("Phí, lệ phí", "Fees and charges"),
    "docs/topic.id": Entry("Định danh", "Identifiers"),
    "docs/topic.identity": Entry("Mã và tên", "Codes and names"),
    "docs/topic.index": Entry("Bộ chỉ số", "Index of service"),
    "docs/topic.instrument": Entry("Văn bản căn cứ", "Instruments cited"),
    "docs/topic.interlinked": Entry("Liên thông", "Interlinked procedures"),
    "docs/topic.local": Entry("Thủ tục của địa phương", "Local procedures"),
    "docs/topic.online": Entry("Dịch vụ công trực tuyến", "Online services"),
    "docs/topic.payment": Entry("Thanh toán", "Payment"),
    "docs/topic.publication": Entry("Công bố, công khai", "Publication"),
    "docs/topic.reception": Entry("Tiếp nhận", "Reception"),
    "docs/topic.result": Entry("Kết quả", "Results"),
    "docs/topic.role": Entry("Vai trò, ký số", "Roles and signing"),
    "docs/topic.route": Entry("Quy trình", "Routes"),
    "docs/topic.status": Entry("Trạng thái hồ sơ", "Status of the dossier"),
    "docs/topic.supplement": Entry("Bổ sung hồ sơ", "Supplements"),
    "docs/topic.system": Entry("Hệ thống", "Systems"),
    "docs/topic.text": Entry("Câu chữ", "Wording"),
    "docs/topic.time-limit": Entry("Thời hạn giải quyết", "Time limits"),
    "docs/topic.waiver": Entry("Miễn, giảm", "Waivers and reductions"),
    "docs/topic.withdrawal": Entry("Rút và trả hồ sơ", "Withdrawal and return"),
}
_COMMAND: Final[Table] = {
    "cli/command.docs": Entry(
        "sinh trang tài liệu của từng quy tắc, hoặc kiểm tra trang đã có còn khớp không",
        "build the pages of the rules, or check that those there are in step",
    ),
    "cli/option.build": Entry(
        "ghi các trang; xoá trang sinh ra từ quy tắc không còn nữa",
        "write the pages; take away those of rules that are gone",
    ),
    "cli/option.docs.check": Entry(
        "không ghi; mã thoát 1 khi có trang khác với trang sẽ được sinh ra",
        "write nothing; exit code 1 when a page differs from what would be built",
    ),
    "cli/option.out": Entry(
        "thư mục của các trang (mặc định: `docs/rules`)",
        "folder of the pages (default: `docs/rules`)",
    ),
    "cli/docs.one-of": Entry(
        "cần đúng một trong `--build` và `--check`", "exactly one of `--build` and `--check`"
    ),
    "docs/missing": Entry("thiếu trang `{file}`", "no page `{file}`"),
    "docs/differs": Entry("trang `{file}` không còn khớp", "page `{file}` is out of step"),
    "docs/stale": Entry("trang `{file}` thừa", "page `{file}` belongs to no rule"),
    "docs/in-step": Entry("{n} trang, đều khớp", "pages in step: {n}"),
    "docs/out-of-step": Entry(
        "{wrong} trang không khớp; sửa bằng `tthc-rules docs --build`",
        "pages out of step: {wrong}; mend with `tthc-rules docs --build`",
    ),
    "docs/built": Entry(
        "{n} trang, đã ghi {written}, đã xoá {removed}",
        "pages: {n}, written: {written}, taken away: {removed}",
    ),
}

TABLE: Final[Table] = {**_PAGES, **_INDEXES, **_TOPICS, **_COMMAND}
