"""Sentences of a proof: the answer of the law and everything considered for it (vết suy luận)."""

from __future__ import annotations

from typing import Final

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Final[Table] = {
    "why/gap": Entry(
        "{attribute}: chưa có quy phạm nào đặt giá trị",
        "{attribute}: no registered norm sets a value",
    ),
    "why/conflict": Entry(
        "{attribute}: xung đột, các quy định cho {values}",
        "{attribute}: conflict, the provisions give {values}",
    ),
    "why/missing": Entry(
        "{attribute}: chưa kết luận được, còn thiếu {names}",
        "{attribute}: undecided, these are missing: {names}",
    ),
    "why/question": Entry(
        "thủ tục {code}, địa bàn {territory}, ngày {day}",
        "procedure {code}, territory {territory}, on {day}",
    ),
    "why/detail.case": Entry("trường hợp {value}", "case {value}"),
    "why/detail.channel": Entry("kênh {value}", "channel {value}"),
    "why/detail.charge": Entry("khoản thu {value}", "charge {value}"),
    "why/detail.known-on": Entry("theo những gì đã biết ngày {value}", "as was known on {value}"),
    "why/set-by": Entry("căn cứ:", "set by:"),
    "why/unverified": Entry("chưa kiểm chứng", "unverified"),
    "why/support": Entry(
        "ngân sách hỗ trợ {value}, theo {text}", "a budget pays {value}, by {text}"
    ),
    "why/considered": Entry("đã xét và không áp dụng:", "considered and set aside:"),
    "why/irregular": Entry("cần chú ý:", "to be noted:"),
    "why/published": Entry("bản công bố ghi:", "the publication says:"),
    "why/publication": Entry(
        "{value}, kênh {channel}, trường hợp {case} ({place})",
        "{value}, channel {channel}, case {case} ({place})",
    ),
    "why/field.promulgated": Entry("ngày ký", "the day of signing"),
    "why/field.force.from": Entry("ngày có hiệu lực", "the first day of force"),
    "why/stand-in": Entry("{text}: chưa đọc được {fields}", "{text}: {fields} was not seen"),
    "why/stand-ins": Entry("chưa đọc được trong văn bản:", "not seen in the texts:"),
    "why/unreadable": Entry("{name} không đọc được: {reason}", "{name} cannot be read: {reason}"),
    "why/unreadables": Entry("không đọc được:", "unreadable:"),
    "why/later": Entry(
        "ghi nhận sau ngày đó nên chưa tính: {texts}",
        "recorded after that day and not counted: {texts}",
    ),
    "why/between": Entry("từ {start} đến hết {last}", "from {start} to the end of {last}"),
    "why/drift": Entry("bản công bố khác với quy định", "the publication differs from it"),
    "why/unknown-procedure": Entry(
        "không có thủ tục `{code}` trong dữ liệu", "no procedure `{code}` in the data"
    ),
    "why/unknown-procedure.help": Entry(
        "viết mã như `1.012756`; các thủ tục đã có là các tệp `kind: procedure` trong dữ liệu",
        "write the code like `1.012756`; the procedures known are the files of"
        " `kind: procedure` in the data",
    ),
    "why/unknown-attribute": Entry(
        "không có thuộc tính `{name}`; các thuộc tính: {names}",
        "no attribute `{name}`; the attributes are {names}",
    ),
    "why/unknown-territory": Entry(
        "không có địa bàn `{id}` trong danh mục", "no territory `{id}` in the catalogue"
    ),
    "why/unknown-territory.help": Entry(
        "viết mã địa bàn như `40`, không viết tên; các mã đã có nằm trong tệp"
        " `kind: catalogue`, mục `territories`",
        "write the code of the territory like `40`, not its name; the codes known stand in a"
        " file of `kind: catalogue`, under `territories`",
    ),
    "why/unknown-charge": Entry(
        "không có khoản thu `{id}` trong danh mục", "no charge `{id}` in the catalogue"
    ),
    "why/unknown-charge.help": Entry(
        "các khoản thu đã có nằm trong tệp `kind: catalogue`, mục `charges`",
        "the charges known stand in a file of `kind: catalogue`, under `charges`",
    ),
    "why/unknown-case": Entry(
        "thủ tục không có trường hợp `{id}`", "the procedure has no case `{id}`"
    ),
    "why/unknown-case.help": Entry(
        "các trường hợp nằm ở mục `cases` của bản công bố; bỏ `--case` để hỏi chung",
        "the cases stand in the publication under `cases`; leave `--case` out to ask of all",
    ),
    "why/unknown-fact": Entry(
        "không có dữ kiện `{name}` trong danh mục", "no fact `{name}` in the catalogue"
    ),
    "why/unknown-fact.help": Entry(
        "các dữ kiện đã có nằm trong tệp `kind: catalogue`, mục `facts`",
        "the facts known stand in a file of `kind: catalogue`, under `facts`",
    ),
    "why/bad-fact": Entry(
        "dữ kiện `{name}` không nhận giá trị `{value}`",
        "fact `{name}` does not take the value `{value}`",
    ),
    "why/bad-fact.help": Entry("một trong: {values}", "one of {values}"),
    "why/unknown.near": Entry("có phải là `{near}`?", "did you mean `{near}`?"),
    "why/no-charge": Entry(
        "chưa rõ hỏi khoản thu nào; thêm --charge, một trong: {charges}",
        "which charge is not said; add --charge, one of {charges}",
    ),
    "why/missing.channel": Entry("kênh nộp (--channel)", "the channel (--channel)"),
    "why/missing.case": Entry("trường hợp (--case)", "the case (--case)"),
    "why/missing.territory": Entry(
        "địa bàn nhỏ hơn (--territory)", "a finer territory (--territory)"
    ),
    "why/missing.event": Entry("ngày của sự kiện {name} (--event)", "the day of {name} (--event)"),
    "why/missing.fact": Entry("{title} (--fact {name}=…)", "{title} (--fact {name}=…)"),
    "why/missing.norm": Entry("mức do {text} đặt", "the amount that {text} sets"),
    "why/missing.instrument": Entry("hiệu lực của {text}", "when {text} is in force"),
    "why/level.none": Entry("không trực tuyến", "not online"),
    "why/level.partial": Entry("trực tuyến một phần", "partly online"),
    "why/level.full": Entry("trực tuyến toàn trình", "fully online"),
}
