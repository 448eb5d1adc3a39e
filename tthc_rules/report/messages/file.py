"""What is said of files that could not be read (tệp)."""

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Table = {
    "file/missing": Entry("không có tệp hay thư mục `{name}`", "no file or folder `{name}`"),
    "file/missing.help": Entry(
        "kiểm tra lại đường dẫn; đường dẫn tương đối tính từ thư mục đang đứng",
        "check the path; a relative one starts at the current folder",
    ),
    "file/unreadable": Entry("không mở được `{name}`", "cannot open `{name}`"),
    "file/unreadable.help": Entry(
        "cấp quyền đọc cho người đang chạy công cụ, hoặc kiểm tra ổ đĩa",
        "give read permission to the user running the tool, or check the disk",
    ),
    "file/not-regular": Entry("`{name}` không phải là tệp thường", "`{name}` is no ordinary file"),
    "file/not-regular.help": Entry(
        "chép dữ liệu vào một tệp thường, không dùng ống dẫn, thiết bị hay thư mục",
        "copy the data into an ordinary file, not a pipe, a device or a folder",
    ),
    "file/loop": Entry(
        "liên kết `{name}` dẫn vòng về chính thư mục chứa nó",
        "link `{name}` leads back to a folder that contains it",
    ),
    "file/loop.help": Entry("xoá liên kết này", "delete the link"),
}
