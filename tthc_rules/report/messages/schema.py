"""What is said of data that has not the form its schema states (lược đồ)."""

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Table = {
    "schema/unknown-kind": Entry("không có loại tệp `{text}`", "unknown kind `{text}`"),
    "schema/unknown-kind.help": Entry("một trong: {allowed}", "one of: {allowed}"),
    "schema/unknown-kind.near": Entry("không có loại tệp `{text}`", "unknown kind `{text}`"),
    "schema/unknown-kind.near.help": Entry(
        "có phải là `{suggestion}`?", "did you mean `{suggestion}`?"
    ),
    "schema/unknown-kind.missing": Entry("thiếu khoá `kind`", "missing field `kind`"),
    "schema/unknown-kind.missing.help": Entry(
        "khoá đầu tiên của mỗi tệp là `kind`, một trong: {allowed}",
        "the first key of a file is `kind`, one of: {allowed}",
    ),
    "schema/unknown-key": Entry("không có trường `{key}` ở đây", "no field `{key}` here"),
    "schema/unknown-key.help": Entry("các trường ở đây: {allowed}", "fields here: {allowed}"),
    "schema/unknown-key.near": Entry("không có trường `{key}` ở đây", "no field `{key}` here"),
    "schema/unknown-key.near.help": Entry(
        "có phải là `{suggestion}`?", "did you mean `{suggestion}`?"
    ),
    "schema/missing-key": Entry("thiếu trường `{key}`", "missing field `{key}`"),
    "schema/missing-key.help": Entry("khai `{key}` ({title})", "write `{key}` ({title})"),
    "schema/unknown-value": Entry("giá trị `{text}` không dùng ở đây", "unknown value `{text}`"),
    "schema/unknown-value.help": Entry("một trong: {allowed}", "one of: {allowed}"),
    "schema/unknown-value.near": Entry(
        "giá trị `{text}` không dùng ở đây", "unknown value `{text}`"
    ),
    "schema/unknown-value.near.help": Entry(
        "có phải là `{suggestion}`? Các giá trị dùng được: {allowed}",
        "did you mean `{suggestion}`? It is one of: {allowed}",
    ),
    "schema/bad-form": Entry("`{text}` không đúng dạng", "`{text}` has not the form due here"),
    "schema/bad-form.help": Entry("ghi theo mẫu `{form}`", "follow the pattern `{form}`"),
    "schema/bad-form.described": Entry(
        "`{text}` không đúng dạng", "`{text}` has not the form due here"
    ),
    "schema/bad-form.described.help": Entry("ghi: {form}", "write: {form}"),
    "schema/too-few": Entry("danh sách có ít hơn {limit} mục", "list has fewer than {limit} items"),
    "schema/too-few.help": Entry(
        "khai thêm mục, hoặc bỏ trường này", "add items, or drop the field"
    ),
    "schema/too-many": Entry("danh sách có hơn {limit} mục", "list has more than {limit} items"),
    "schema/too-many.help": Entry("bỏ bớt mục", "drop some of them"),
    "schema/too-short": Entry(
        "`{text}` ngắn hơn {limit} ký tự", "`{text}` is shorter than {limit} characters"
    ),
    "schema/too-short.help": Entry(
        "khai đầy đủ, hoặc bỏ trường này", "fill it in, or drop the field"
    ),
    "schema/too-long": Entry(
        "`{text}` dài hơn {limit} ký tự", "`{text}` is longer than {limit} characters"
    ),
    "schema/too-long.help": Entry("rút ngắn giá trị này", "shorten the value"),
    "schema/out-of-range.below": Entry(
        "`{text}` nhỏ hơn mức cho phép {limit}", "`{text}` lies below the limit {limit}"
    ),
    "schema/out-of-range.below.help": Entry(
        "giá trị nhỏ nhất cho phép là {limit}", "the limit is {limit}"
    ),
    "schema/out-of-range.above": Entry(
        "`{text}` lớn hơn mức cho phép {limit}", "`{text}` lies above the limit {limit}"
    ),
    "schema/out-of-range.above.help": Entry(
        "giá trị lớn nhất cho phép là {limit}", "the limit is {limit}"
    ),
    "schema/repeated-item": Entry("danh sách có mục trùng nhau", "list repeats an item"),
    "schema/repeated-item.help": Entry("giữ lại một mục", "keep one of them"),
    "schema/wrong-shape": Entry(
        "dữ liệu không theo lược đồ (điều kiện `{word}`)",
        "data does not follow the schema (condition `{word}`)",
    ),
    "schema/wrong-shape.help": Entry(
        "xem mô tả của trường này trong lược đồ", "see the description of the field in the schema"
    ),
}
