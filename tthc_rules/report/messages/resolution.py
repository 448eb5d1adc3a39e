"""What is said about norms and their resolution (xác định quy phạm áp dụng)."""

from __future__ import annotations

from tthc_rules.report.messages.entry import Entry, Table

FINDINGS: Table = {
    "resolution/unknown-reference": Entry(
        "sổ văn bản không có văn bản `{number}` được viện dẫn",
        "the register has no instrument `{number}`",
    ),
    "resolution/unknown-reference.help": Entry(
        "ghi văn bản này vào sổ, hoặc thêm `historical: true` nếu chỉ nhắc lại văn bản cũ",
        "enter the instrument, or add `historical: true` where an old one is only recalled",
    ),
    "resolution/unknown-reference.near": Entry(
        "sổ văn bản không có văn bản `{number}` được viện dẫn",
        "the register has no instrument `{number}`",
    ),
    "resolution/unknown-reference.near.help": Entry(
        "có phải `{hint}` của `{issuers}` không?",
        "did you mean `{hint}` of `{issuers}`?",
    ),
    "resolution/unknown-norm": Entry(
        "văn bản `{number}` không có quy phạm `{norm}`",
        "instrument `{number}` has no norm `{norm}`",
    ),
    "resolution/unknown-norm.help": Entry(
        "ghi đúng mã quy phạm của `{number}`",
        "name a norm of `{number}` by its id",
    ),
    "resolution/unknown-norm.near": Entry(
        "văn bản `{number}` không có quy phạm `{norm}`",
        "instrument `{number}` has no norm `{norm}`",
    ),
    "resolution/unknown-norm.near.help": Entry(
        "có phải `{hint}` không?",
        "did you mean `{hint}`?",
    ),
    "resolution/ambiguous-reference": Entry(
        "số hiệu `{number}` có ở nhiều cơ quan ban hành: {issuers}",
        "several issuers have an instrument numbered `{number}`: {issuers}",
    ),
    "resolution/ambiguous-reference.help": Entry(
        "thêm `issuer` vào viện dẫn `{number}`; một trong: {issuers}",
        "add `issuer` to the citation of `{number}`; one of {issuers}",
    ),
    "resolution/slot-not-named": Entry(
        "viện dẫn `{number}` chưa chỉ rõ phần giao quyền; các phần giao quyền: {slots}",
        "the citation of `{number}` does not say which delegation is filled; delegations: {slots}",
    ),
    "resolution/slot-not-named.help": Entry(
        "thêm `norm` để chỉ đúng quy phạm giao quyền",
        "add `norm` to name the delegating norm",
    ),
    "resolution/instrument-twice": Entry(
        "văn bản `{number}` của cùng một cơ quan được ghi hai lần",
        "instrument `{number}` of one issuer is entered twice",
    ),
    "resolution/instrument-twice.help": Entry(
        "giữ một bản ghi, hoặc sửa số hiệu hay cơ quan ban hành của bản kia",
        "keep one entry, or correct number or issuer of the other",
    ),
    "resolution/norm-twice": Entry(
        "quy phạm `{norm}` được ghi hai lần trong một văn bản",
        "norm `{norm}` is entered twice in one instrument",
    ),
    "resolution/norm-twice.help": Entry(
        "đặt mã khác cho một trong hai quy phạm",
        "give one of the two another id",
    ),
    "resolution/unknown-issuer": Entry(
        "cơ quan ban hành `{issuer}` của `{number}` không có trong danh mục",
        "the issuer `{issuer}` of `{number}` is not in the catalogue",
    ),
    "resolution/unknown-issuer.help": Entry(
        "ghi cơ quan này vào danh mục cơ quan ban hành",
        "enter the issuer in the catalogue of issuers",
    ),
    "resolution/unreadable-norm": Entry(
        "không đọc được quy phạm `{norm}`; mọi câu trả lời có thể liên quan đều nêu điều này",
        "norm `{norm}` cannot be read; every answer it may concern says so",
    ),
    "resolution/unreadable-norm.help": Entry(
        "ghi đúng `id` và `attribute` của quy phạm",
        "state the `id` and the `attribute` of the norm",
    ),
    "resolution/norm-undecided": Entry(
        "quy phạm `{norm}` chưa đọc được hết ({parts}) nên điều nó có thể thay đổi chưa kết luận",
        "norm `{norm}` cannot be read in full ({parts}), so what it could change stays undecided",
    ),
    "resolution/norm-undecided.help": Entry(
        "sửa các phần đã nêu của quy phạm `{norm}`: {parts}",
        "correct the parts named of norm `{norm}`: {parts}",
    ),
}

STATUSES: Table = {
    "resolution/status.no_norm": Entry(
        "`{norm}` nằm trong loại văn bản không đặt ra quy phạm",
        "`{norm}` stands in a type of text that sets no norm",
    ),
    "resolution/status.other_territory": Entry(
        "`{norm}` áp dụng cho địa bàn khác",
        "`{norm}` holds in another territory",
    ),
    "resolution/status.not_yet": Entry(
        "`{norm}` chưa có hiệu lực",
        "`{norm}` is not yet in force",
    ),
    "resolution/status.not_yet.day": Entry(
        "`{norm}` đến {day} mới có hiệu lực",
        "`{norm}` is in force only from {day}",
    ),
    "resolution/status.ended": Entry(
        "`{norm}` đã hết hiệu lực",
        "`{norm}` is no longer in force",
    ),
    "resolution/status.ended.day": Entry(
        "`{norm}` hết hiệu lực từ {day}",
        "`{norm}` is no longer in force from {day}",
    ),
    "resolution/status.ended.day.by": Entry(
        "`{norm}` hết hiệu lực từ {day} do {by} thay thế hoặc bãi bỏ",
        "`{norm}` was replaced or repealed by {by} from {day}",
    ),
    "resolution/status.suspended.day.by": Entry(
        "`{norm}` bị {by} ngưng hiệu lực từ {day}",
        "`{norm}` is suspended by {by} from {day}",
    ),
    "resolution/status.base_not_in_force.by": Entry(
        "`{norm}` mất chỗ dựa: {by} không có hiệu lực",
        "`{norm}` has lost its base: {by} is not in force",
    ),
    "resolution/status.condition_false": Entry(
        "điều kiện của `{norm}` không được đáp ứng",
        "the condition of `{norm}` is not met",
    ),
    "resolution/status.condition_unknown": Entry(
        "chưa biết điều kiện của `{norm}` có được đáp ứng hay không; kết quả không đổi",
        "whether the condition of `{norm}` is met is not known; the outcome is the same",
    ),
    "resolution/status.switched_off.by": Entry(
        "`{norm}` bị {by} loại trừ",
        "`{norm}` is switched off by {by}",
    ),
    "resolution/status.defeated.by": Entry(
        "`{norm}` nhường cho {by}",
        "`{norm}` gives way to {by}",
    ),
    "resolution/status.not_chosen": Entry(
        "`{norm}` không được chọn vì có mức khác tốt hơn",
        "`{norm}` is not chosen because another is better",
    ),
    "resolution/status.not_chosen.by": Entry(
        "`{norm}` không được chọn vì {by} tốt hơn",
        "`{norm}` is not chosen because {by} is better",
    ),
    "resolution/status.bound": Entry(
        "`{norm}` là giới hạn vẫn được giữ nhưng không cần dùng đến",
        "`{norm}` is a bound that is kept and not needed",
    ),
    "resolution/status.unfilled": Entry(
        "`{norm}` giao quyền nhưng chưa ai quy định và không có mức mặc định",
        "`{norm}` delegates, nobody filled it and it has no default",
    ),
    "resolution/status.no_effect": Entry(
        "`{norm}` không có gì để tác động",
        "`{norm}` has nothing to act on",
    ),
}

FAULTS: Table = {
    "resolution/fault.wrong_territory": Entry(
        "`{norm}` vượt ra ngoài địa bàn của cơ quan ban hành",
        "`{norm}` reaches beyond the territory of its issuer",
    ),
    "resolution/fault.wrong_issuer": Entry(
        "`{norm}` do cơ quan không được giao quyền ban hành",
        "`{norm}` is by a body the delegation does not address",
    ),
    "resolution/fault.wrong_level": Entry(
        "`{norm}` do cơ quan không đúng cấp được giao quyền ban hành",
        "`{norm}` is by a body of another level than the delegation addresses",
    ),
    "resolution/fault.wrong_direction": Entry(
        "`{norm}` đi ngược chiều được giao",
        "`{norm}` goes against the direction of its delegation",
    ),
    "resolution/fault.over_bound": Entry(
        "`{norm}` vượt mức trần",
        "`{norm}` exceeds the ceiling",
    ),
    "resolution/fault.under_bound": Entry(
        "`{norm}` thấp hơn mức sàn",
        "`{norm}` falls below the floor",
    ),
    "resolution/fault.outside_set": Entry(
        "`{norm}` chọn mức ngoài các mức được phép",
        "`{norm}` chooses a value outside those allowed",
    ),
    "resolution/fault.no_delegation": Entry(
        "`{norm}` dựa vào một quy định không giao quyền",
        "`{norm}` rests on a provision that delegates nothing",
    ),
    "resolution/fault.beyond_competence": Entry(
        "`{norm}` tác động tới văn bản ngoài thẩm quyền của cơ quan ban hành",
        "`{norm}` touches what its issuer may not touch",
    ),
    "resolution/fault.not_normative": Entry(
        "`{norm}` là quyết định hành chính nên không đặt ra hay kéo dài mức này được",
        "`{norm}` is an administrative decision and can neither set nor lengthen this",
    ),
    "resolution/fault.base_not_in_force": Entry(
        "chỗ dựa của `{norm}` không có hiệu lực",
        "the base of `{norm}` is not in force",
    ),
    "resolution/fault.delegation_unfilled": Entry(
        "phần giao quyền `{norm}` chưa được quy định",
        "the delegation `{norm}` is not filled",
    ),
    "resolution/fault.undeclared_overlap": Entry(
        "các quy phạm {norm} chồng lấn mà không khai báo quan hệ",
        "the norms {norm} overlap without a declared relation",
    ),
    "resolution/fault.cycle": Entry(
        "các quy phạm {norm} loại trừ nhau thành vòng nên không quy phạm nào thắng",
        "the norms {norm} displace each other in a circle, so none prevails",
    ),
    "resolution/fault.publication_drift": Entry(
        "bản công bố {norm} khác với quy định đang có hiệu lực",
        "the publication {norm} differs from the law in force",
    ),
    "resolution/fault.publication_without_norm": Entry(
        "bản công bố {norm} nêu mức mà sổ văn bản không có quy phạm nào đặt ra",
        "the publication {norm} states what no norm in the register sets",
    ),
    "resolution/fault.territory_not_in_force": Entry(
        "địa bàn được hỏi không tồn tại vào ngày đó",
        "the territory asked for does not exist on that day",
    ),
}

MISSING: Table = {
    "resolution/missing.open": Entry(
        "cần biết thêm: {names}",
        "to be known first: {names}",
    ),
    "resolution/missing.too-many": Entry(
        "chưa kết luận: các dữ kiện còn thiếu ({names}) tạo ra quá nhiều khả năng",
        "undecided: the missing facts ({names}) leave too many possibilities",
    ),
    "resolution/missing.unreadable": Entry(
        "chưa kết luận: không đọc được {names}",
        "undecided: {names} cannot be read",
    ),
    "resolution/missing.order": Entry(
        "chưa kết luận: thứ tự của các mức {names} tuỳ vào ngày",
        "undecided: the order of {names} depends on the day",
    ),
}

TABLE: Table = {**FINDINGS, **STATUSES, **FAULTS, **MISSING}
