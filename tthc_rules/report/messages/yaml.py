"""What is said of a text that cannot be taken as data (đọc YAML)."""

from tthc_rules.report.messages.entry import Entry, Table

_FILE: Table = {
    "yaml/too-large.file": Entry("tệp lớn hơn 10 MiB", "file is larger than 10 MiB"),
    "yaml/too-large.file.help": Entry("tách thành nhiều tệp", "split it into several files"),
    "yaml/too-large.scalar": Entry(
        "giá trị dài hơn 65.536 ký tự", "value is longer than 65,536 characters"
    ),
    "yaml/too-large.scalar.help": Entry("rút ngắn giá trị này", "shorten the value"),
    "yaml/too-large.key": Entry("khoá dài hơn 256 ký tự", "key is longer than 256 characters"),
    "yaml/too-large.key.help": Entry("rút ngắn khoá này", "shorten the key"),
    "yaml/too-large.nodes": Entry(
        "tệp có hơn 2 triệu giá trị", "file holds more than 2 million values"
    ),
    "yaml/too-large.nodes.help": Entry("tách thành nhiều tệp", "split it into several files"),
    "yaml/encoding": Entry(
        "byte `{byte}` không thuộc văn bản UTF-8", "byte `{byte}` is no part of UTF-8 text"
    ),
    "yaml/encoding.help": Entry("lưu lại tệp bằng mã UTF-8", "save the file as UTF-8"),
    "yaml/encoding.foreign-mark": Entry(
        "tệp dùng mã UTF-16 hoặc UTF-32", "file is in UTF-16 or UTF-32"
    ),
    "yaml/encoding.foreign-mark.help": Entry("lưu lại tệp bằng mã UTF-8", "save the file as UTF-8"),
    "yaml/empty": Entry("tệp không có nội dung", "file has no content"),
    "yaml/empty.help": Entry("xoá tệp hoặc khai nội dung", "delete the file or fill it in"),
}

_CHARACTERS: Table = {
    "yaml/control-character": Entry(
        "ký tự điều khiển `{character}`", "control character `{character}`"
    ),
    "yaml/control-character.help": Entry("xoá ký tự này", "delete the character"),
    "yaml/lost-character": Entry(
        "một chữ đã mất khi chuyển mã trước đây (`{character}`)",
        "a letter was lost in an earlier conversion (`{character}`)",
    ),
    "yaml/lost-character.help": Entry("gõ lại theo bản gốc", "retype it from the original"),
    "yaml/line-break": Entry(
        "dấu xuống dòng `{character}` không phải dấu xuống dòng thường",
        "line break `{character}` is no ordinary one",
    ),
    "yaml/line-break.help": Entry("thay bằng dấu xuống dòng thường", "use ordinary line ends"),
    "yaml/line-break.return": Entry(
        "xuống dòng bằng ký tự CR đơn lẻ", "line ends in a carriage return alone"
    ),
    "yaml/line-break.return.help": Entry(
        "lưu lại tệp với dấu xuống dòng thường", "save the file with ordinary line ends"
    ),
    "yaml/bidi": Entry(
        "ký tự đảo chiều viết `{character}`",
        "character `{character}` changes the direction of writing",
    ),
    "yaml/bidi.help": Entry("xoá ký tự này", "delete the character"),
    "yaml/zero-width": Entry("ký tự vô hình `{character}`", "invisible character `{character}`"),
    "yaml/zero-width.help": Entry("xoá ký tự này", "delete the character"),
    "yaml/space.margin": Entry(
        "thụt lề bằng khoảng trắng lạ `{character}`", "indented with the odd space `{character}`"
    ),
    "yaml/space.margin.help": Entry("thay bằng dấu cách thường", "type plain spaces"),
    "yaml/space.colon": Entry(
        "sau dấu hai chấm là khoảng trắng lạ `{character}`",
        "odd space `{character}` after the colon",
    ),
    "yaml/space.colon.help": Entry("thay bằng dấu cách thường", "type a plain space"),
    "yaml/space.dash": Entry(
        "sau gạch đầu dòng là khoảng trắng lạ `{character}`",
        "odd space `{character}` after the dash",
    ),
    "yaml/space.dash.help": Entry("thay bằng dấu cách thường", "type a plain space"),
    "yaml/space.wide-colon": Entry(
        "dấu hai chấm toàn khổ `{character}` sau khoá",
        "full-width colon `{character}` after the key",
    ),
    "yaml/space.wide-colon.help": Entry(
        "gõ dấu hai chấm thường và một dấu cách", "type a plain colon and a space"
    ),
}

_SYNTAX: Table = {
    "yaml/syntax": Entry("không phải YAML từ chỗ này", "this is not YAML from here on"),
    "yaml/syntax.help": Entry(
        "xem lại thụt lề và dấu câu; giá trị có dấu đặc biệt thì đặt trong dấu nháy",
        "check indentation and punctuation; quote a value that holds special signs",
    ),
    "yaml/syntax.start": Entry(
        "giá trị không được bắt đầu bằng ký tự này", "a value cannot start with this character"
    ),
    "yaml/syntax.start.help": Entry("đặt cả giá trị trong dấu nháy", "quote the whole value"),
    "yaml/syntax.name": Entry(
        "sau `*` hoặc `&` không phải là một tên", "no name follows the `*` or `&`"
    ),
    "yaml/syntax.name.help": Entry("đặt cả giá trị trong dấu nháy", "quote the whole value"),
    "yaml/syntax.unclosed-quote": Entry(
        "dấu nháy này không được đóng", "this quote is never closed"
    ),
    "yaml/syntax.unclosed-quote.help": Entry(
        "thêm dấu nháy đóng ở cuối giá trị", "add the closing quote at the end of the value"
    ),
    "yaml/syntax.unclosed-bracket": Entry(
        "dấu ngoặc này không được đóng", "this bracket is never closed"
    ),
    "yaml/syntax.unclosed-bracket.help": Entry("thêm dấu ngoặc đóng", "close the bracket"),
    "yaml/syntax.wrong-bracket": Entry(
        "dấu ngoặc đóng không khớp với dấu ngoặc mở",
        "closing bracket of another kind than the opening one",
    ),
    "yaml/syntax.wrong-bracket.help": Entry(
        "`[` đóng bằng `]`, `{` đóng bằng `}`", "`[` is closed by `]`, `{` by `}`"
    ),
    "yaml/syntax.key-without-colon": Entry("khoá thiếu dấu hai chấm", "key without a colon"),
    "yaml/syntax.key-without-colon.help": Entry("viết `khoá: giá trị`", "write `key: value`"),
    "yaml/syntax.key-without-space": Entry(
        "sau dấu hai chấm của khoá thiếu dấu cách", "no space after the colon of the key"
    ),
    "yaml/syntax.key-without-space.help": Entry(
        "thêm một dấu cách sau dấu hai chấm", "add a space after the colon"
    ),
    "yaml/syntax.second-colon": Entry(
        "dấu hai chấm không được đứng ở đây", "no colon can stand here"
    ),
    "yaml/syntax.second-colon.help": Entry(
        "nếu là chữ thì đặt cả giá trị trong dấu nháy; nếu là khoá thì xem lại thụt lề",
        "quote the whole value if this is text; check the indentation if it is a key",
    ),
    "yaml/syntax.comment": Entry(
        "trước `#` của chú thích thiếu dấu cách", "no space before the `#` of the comment"
    ),
    "yaml/syntax.comment.help": Entry(
        "thêm một dấu cách trước `#`; nếu là chữ thì đặt trong dấu nháy",
        "add a space before the `#`, or quote the text",
    ),
    "yaml/syntax.escape": Entry("không có ký hiệu thoát `{text}`", "there is no escape `{text}`"),
    "yaml/syntax.escape.help": Entry(
        "viết `\\\\` cho dấu gạch chéo ngược, hoặc dùng dấu nháy đơn",
        "write `\\\\` for a backslash, or use single quotes",
    ),
    "yaml/tab": Entry("thụt lề bằng ký tự tab", "indented with a tab"),
    "yaml/tab.help": Entry("thụt lề bằng dấu cách", "indent with spaces"),
}

_STRUCTURE: Table = {
    "yaml/too-deep": Entry("lồng sâu hơn 64 mức", "nested deeper than 64 levels"),
    "yaml/too-deep.help": Entry("giảm mức lồng", "nest less"),
    "yaml/several-documents": Entry(
        "tài liệu thứ hai bắt đầu ở đây", "a second document starts here"
    ),
    "yaml/several-documents.help": Entry(
        "mỗi tệp chỉ một tài liệu: tách tệp, hoặc gộp thành một danh sách",
        "one document a file: split the file, or join them in a list",
    ),
    "yaml/directive": Entry("chỉ thị `{text}` không được dùng", "directive `{text}` is not used"),
    "yaml/directive.help": Entry("xoá dòng này", "delete the line"),
    "yaml/tag": Entry("thẻ kiểu không được dùng", "type tags are not used"),
    "yaml/tag.help": Entry(
        "xoá thẻ; nếu là chữ thì đặt trong dấu nháy", "drop the tag, or quote the text"
    ),
    "yaml/anchor": Entry("neo `{text}` không được dùng", "anchor `{text}` is not used"),
    "yaml/anchor.help": Entry(
        "xoá neo; nếu là chữ thì đặt trong dấu nháy", "drop the anchor, or quote the text"
    ),
    "yaml/alias": Entry("bí danh `{text}` không được dùng", "alias `{text}` is not used"),
    "yaml/alias.help": Entry(
        "chép giá trị ra; nếu là chữ thì đặt trong dấu nháy",
        "write the value out, or quote the text",
    ),
    "yaml/merge-key": Entry("khoá trộn `<<` không được dùng", "merge key `<<` is not used"),
    "yaml/merge-key.help": Entry("khai từng trường", "write the fields out"),
}

_CONTENT: Table = {
    "yaml/duplicate-key": Entry("khoá `{text}` bị lặp", "key `{text}` is repeated"),
    "yaml/duplicate-key.help": Entry("giữ lại một khoá", "keep one of them"),
    "yaml/duplicate-key.earlier": Entry("khai lần đầu ở đây", "first written here"),
    "yaml/non-text-key": Entry("khoá `{text}` không phải là chữ", "key `{text}` is no text"),
    "yaml/non-text-key.help": Entry("đặt khoá trong dấu nháy", "quote the key"),
    "yaml/non-text-key.empty": Entry("khoá rỗng", "empty key"),
    "yaml/non-text-key.empty.help": Entry("đặt tên cho khoá", "give the key a name"),
    "yaml/non-text-key.collection": Entry(
        "khoá là danh sách hoặc ánh xạ", "a list or mapping as key"
    ),
    "yaml/non-text-key.collection.help": Entry(
        "dùng chữ làm khoá; nếu là chữ thì đặt trong dấu nháy", "use a text as key, or quote it"
    ),
    "yaml/surrogate": Entry("`{text}` chỉ là một nửa ký tự", "`{text}` is only half a character"),
    "yaml/surrogate.help": Entry("gõ thẳng ký tự", "type the character itself"),
    "yaml/not-normalised": Entry(
        "chữ và dấu viết rời nhau (không phải NFC)", "letters and marks are apart (not in NFC)"
    ),
    "yaml/not-normalised.help": Entry("chuyển sang dạng NFC", "convert to NFC"),
    "yaml/confusable": Entry(
        "chữ `{word}` lẫn ký tự `{character}` của bảng chữ khác",
        "word `{word}` mixes in `{character}` of another script",
    ),
    "yaml/confusable.help": Entry("gõ lại bằng chữ Việt", "retype it with the Vietnamese letter"),
    "yaml/confusable.eth": Entry(
        "chữ `{word}` dùng `{character}` chứ không phải `{letter}` của tiếng Việt",
        "word `{word}` uses `{character}`, not the Vietnamese `{letter}`",
    ),
    "yaml/confusable.eth.help": Entry("gõ lại thành `{letter}`", "type `{letter}`"),
}

_NO_VALUE: Table = {
    "yaml/no-value": Entry("`{text}` không phải là giá trị", "`{text}` is no value"),
    "yaml/no-value.help": Entry(
        "ghi giá trị hoặc bỏ khoá; nếu là chữ thì đặt trong dấu nháy",
        "give a value or drop the key; quote it if it is text",
    ),
    "yaml/no-value.missing": Entry("thiếu giá trị", "no value"),
    "yaml/no-value.missing.help": Entry("ghi giá trị hoặc bỏ khoá", "give a value or drop the key"),
}

_AMBIGUOUS: Table = {
    "yaml/ambiguous-scalar.money": Entry(
        "`{text}` không rõ là bao nhiêu tiền", "`{text}` reads as more than one amount"
    ),
    "yaml/ambiguous-scalar.money.help": Entry(
        "ghi rõ đơn vị, ví dụ `{suggestion}`", "write the unit, such as `{suggestion}`"
    ),
    "yaml/ambiguous-scalar.time-limit": Entry(
        "`{text}` không ghi loại ngày", "`{text}` does not say which kind of days"
    ),
    "yaml/ambiguous-scalar.time-limit.help": Entry(
        "ghi rõ, ví dụ `5 ngày làm việc` hoặc `5 ngày`",
        "spell it out, such as `5 working days` or `5 days`",
    ),
    "yaml/ambiguous-scalar.quantity": Entry("`{text}` không ghi đơn vị", "`{text}` has no unit"),
    "yaml/ambiguous-scalar.quantity.help": Entry(
        "ghi rõ, ví dụ `5 ngày làm việc`, `50.000 đồng`, `thu bằng 60%`",
        "spell it out, such as `5 working days`, `50,000 dong`, `payable 60%`",
    ),
    "yaml/ambiguous-scalar.boolean": Entry(
        "`{text}` không rõ là chữ hay đúng/sai", "`{text}` reads as text or as yes and no"
    ),
    "yaml/ambiguous-scalar.boolean.help": Entry(
        "ghi `true` hoặc `false`", "write `true` or `false`"
    ),
    "yaml/ambiguous-scalar.integer": Entry(
        "`{text}` đọc được thành nhiều số", "`{text}` reads as more than one number"
    ),
    "yaml/ambiguous-scalar.integer.help": Entry(
        "ghi số nguyên chỉ bằng chữ số, không có số 0 ở đầu",
        "write the integer in digits alone, without a leading zero",
    ),
    "yaml/ambiguous-scalar.date": Entry(
        "`{text}` không rõ đâu là ngày, đâu là tháng",
        "`{text}` leaves open which number is the day",
    ),
    "yaml/ambiguous-scalar.date.help": Entry(
        "ghi năm-tháng-ngày, ví dụ `{suggestion}`", "write year-month-day, such as `{suggestion}`"
    ),
}

_BAD: Table = {
    "yaml/bad-value.money": Entry(
        "`{text}` không phải là số tiền", "`{text}` is no amount of money"
    ),
    "yaml/bad-value.money.help": Entry(
        "ghi như `50.000 đồng` hoặc `50000 đồng`", "write it like `50,000 dong` or `50000 dong`"
    ),
    "yaml/bad-value.time-limit": Entry(
        "không hiểu thời hạn `{text}`", "unknown time limit `{text}`"
    ),
    "yaml/bad-value.time-limit.help": Entry(
        "ghi như `5 ngày làm việc`, `10 ngày`, `4 giờ làm việc`, `1 tháng` hoặc `trong ngày`",
        "write it like `5 working days`, `10 days`, `4 working hours`, `1 month` or `same day`",
    ),
    "yaml/bad-value.unstated": Entry(
        "`{text}` không ghi loại ngày", "`{text}` does not say which kind of days"
    ),
    "yaml/bad-value.unstated.help": Entry(
        "ghi rõ loại ngày; chỉ bản công bố mới ghi lại được thời hạn thiếu đơn vị",
        "say which kind of days; only a publication may mirror a time limit without unit",
    ),
    "yaml/bad-value.rate": Entry("`{text}` không phải là tỷ lệ", "`{text}` is no rate"),
    "yaml/bad-value.rate.help": Entry(
        "ghi như `thu bằng 60%`, `giảm 40%` hoặc `miễn`",
        "write it like `payable 60%`, `reduced by 40%` or `exempt`",
    ),
    "yaml/bad-value.quantity": Entry(
        "`{text}` không phải là thời hạn, số tiền, tỷ lệ, mức độ hay số lượng",
        "`{text}` is no time limit, amount, rate, level or number",
    ),
    "yaml/bad-value.quantity.help": Entry(
        "ghi như `5 ngày làm việc`, `50.000 đồng`, `thu bằng 60%`, `full` hoặc `2`",
        "write it like `5 working days`, `50,000 dong`, `payable 60%`, `full` or `2`",
    ),
    "yaml/bad-value.date": Entry("`{text}` không phải là ngày", "`{text}` is no date"),
    "yaml/bad-value.date.help": Entry(
        "ghi năm-tháng-ngày, ví dụ `2026-03-31`", "write year-month-day, such as `2026-03-31`"
    ),
    "yaml/bad-value.no-such-day": Entry("không có ngày `{text}`", "there is no day `{text}`"),
    "yaml/bad-value.no-such-day.help": Entry("xem lại ngày và tháng", "check day and month"),
    "yaml/bad-value.boolean": Entry(
        "`{text}` không phải là `true` hay `false`", "`{text}` is neither `true` nor `false`"
    ),
    "yaml/bad-value.boolean.help": Entry(
        "ghi `true` hoặc `false`, không đặt trong dấu nháy",
        "write `true` or `false`, without quotes",
    ),
    "yaml/bad-value.integer": Entry("`{text}` không phải là số nguyên", "`{text}` is no integer"),
    "yaml/bad-value.integer.help": Entry(
        "ghi số nguyên bằng chữ số, không đặt trong dấu nháy",
        "write an integer in digits, without quotes",
    ),
    "yaml/bad-value.long-integer": Entry("số dài hơn 4.000 chữ số", "number of over 4,000 digits"),
    "yaml/bad-value.long-integer.help": Entry("ghi số ngắn hơn", "write a shorter number"),
}

_MISFITS: Table = {
    "yaml/bad-value.text-not-list": Entry(
        "ở đây là danh sách trong khi cần một giá trị", "a list where one value is due"
    ),
    "yaml/bad-value.text-not-list.help": Entry(
        "ghi một giá trị; nếu là chữ có dấu ngoặc thì đặt trong dấu nháy",
        "write one value; quote a text that begins with a bracket",
    ),
    "yaml/bad-value.text-not-mapping": Entry(
        "ở đây là các trường trong khi cần một giá trị", "fields where one value is due"
    ),
    "yaml/bad-value.text-not-mapping.help": Entry(
        "ghi một giá trị; nếu là chữ có dấu hai chấm hay ngoặc thì đặt trong dấu nháy",
        "write one value; quote a text that holds a colon or a brace",
    ),
    "yaml/bad-value.list-not-text": Entry(
        "ở đây là một giá trị trong khi cần một danh sách", "one value where a list is due"
    ),
    "yaml/bad-value.list-not-text.help": Entry(
        "ghi mỗi mục một dòng, bắt đầu bằng `- `", "write each item on a line, beginning with `- `"
    ),
    "yaml/bad-value.list-not-mapping": Entry(
        "ở đây là các trường trong khi cần một danh sách", "fields where a list is due"
    ),
    "yaml/bad-value.list-not-mapping.help": Entry(
        "đặt `- ` trước mỗi mục", "put `- ` before each item"
    ),
    "yaml/bad-value.mapping-not-text": Entry(
        "ở đây là một giá trị trong khi cần các trường", "one value where fields are due"
    ),
    "yaml/bad-value.mapping-not-text.help": Entry(
        "ghi mỗi trường một dòng dạng `khoá: giá trị`, có dấu cách sau dấu hai chấm",
        "write each field on a line as `key: value`, with a space after the colon",
    ),
    "yaml/bad-value.mapping-not-list": Entry(
        "ở đây là danh sách trong khi cần các trường", "a list where fields are due"
    ),
    "yaml/bad-value.mapping-not-list.help": Entry("bỏ dấu `- `", "drop the `- `"),
}

TABLE: Table = {
    **_FILE,
    **_CHARACTERS,
    **_SYNTAX,
    **_STRUCTURE,
    **_CONTENT,
    **_NO_VALUE,
    **_AMBIGUOUS,
    **_BAD,
    **_MISFITS,
}
