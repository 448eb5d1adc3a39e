"""Words of the command line: help, usage errors, notices (dòng lệnh)."""

from tthc_rules.report.messages.entry import Entry, Table

_COMMANDS: Table = {
    "cli/command.tthc-rules": Entry(
        "bộ quy tắc và công cụ kiểm tra cấu hình thủ tục hành chính (TTHC)",
        "rules engine and configuration validator for Vietnam's administrative procedures",
    ),
    "cli/command.analyze": Entry(
        "chứng minh quy tắc và quy phạm có trùng, thừa, mâu thuẫn hay bỏ trống không",
        "prove whether rules and norms are dead, covered, contradictory or leave gaps",
    ),
    "cli/command.check": Entry(
        "kiểm tra cấu hình thủ tục theo pháp luật có hiệu lực trong ngày",
        "check procedure configurations against the law of a day",
    ),
    "cli/command.config": Entry("in các thiết lập đang dùng", "print the settings in use"),
    "cli/command.due": Entry(
        "tính ngày hết hạn của một thời hạn, kể từng ngày được tính và bị bỏ qua",
        "say when a time limit ends, with every day counted and skipped",
    ),
    "cli/command.explain": Entry(
        "giải thích một quy tắc hoặc một mã phát hiện bằng lời",
        "explain a rule or a finding code in words",
    ),
    "cli/command.fmt": Entry(
        "viết lại quy tắc theo dạng chuẩn, hoặc dịch sang ngôn ngữ kia",
        "put rules into canonical form, or translate them",
    ),
    "cli/command.route": Entry(
        "vẽ quy trình liên thông của một cấu hình, đánh dấu chỗ sai",
        "draw the route of a configuration, with what is wrong marked on it",
    ),
    "cli/command.new": Entry("tạo bản nháp để bắt đầu", "make something to begin with"),
    "cli/command.new.rule": Entry(
        "tạo bản nháp một quy tắc cùng các ca kiểm thử", "make a draft of a rule with its cases"
    ),
    "cli/command.rules": Entry("xem các quy tắc", "look at the rules"),
    "cli/command.rules.list": Entry("liệt kê các quy tắc", "list the rules"),
    "cli/command.rules.show": Entry(
        "in một quy tắc kèm nguyên văn", "print one rule with its text"
    ),
    "cli/command.test": Entry("chạy các trường hợp thử của quy tắc", "run the cases of the rules"),
    "cli/command.version": Entry("in phiên bản", "print the version"),
    "cli/command.why": Entry(
        "cho biết luật quy định gì cho một thủ tục, và vì sao",
        "say what the law gives for a procedure, and why",
    ),
}
_OPTIONS: Table = {
    "cli/option.as-of": Entry(
        "ngày của pháp luật, YYYY-MM-DD hoặc DD/MM/YYYY (mặc định: hôm nay)",
        "day of the law, YYYY-MM-DD or DD/MM/YYYY (default: today)",
    ),
    "cli/option.calendar": Entry(
        "tệp hoặc thư mục lịch nghỉ, thay cho lịch của không gian làm việc; lặp lại được",
        "file or folder with calendars, in place of the workspace's; may be repeated",
    ),
    "cli/option.counter-examples": Entry(
        "in cả tình huống bác bỏ từng câu hỏi về quy tắc",
        "also print the situation that refutes each question about rules",
    ),
    "cli/option.difficult": Entry(
        "{choices} có thuộc vùng khó khăn không, như `land=yes`; lặp lại được",
        "whether {choices} is in a difficult area, such as `land=yes`; may be repeated",
    ),
    "cli/option.due.event": Entry(
        "sự kiện làm dừng hoặc tính lại thời hạn, như `supplement_requested=2026-11-25T09:00`;"
        " lặp lại được",
        "event that stops or restarts the clock, such as"
        " `supplement_requested=2026-11-25T09:00`; may be repeated",
    ),
    "cli/option.due.strict": Entry(
        "coi kết quả chưa kết luận được là chưa đạt (mã thoát 3)",
        "let an undecided answer fail the run (exit code 3)",
    ),
    "cli/option.extension": Entry(
        "phần thời hạn được cộng thêm ở vùng khó khăn, như `10 ngày`",
        "what is added in a difficult area, such as `10 days`",
    ),
    "cli/option.limit": Entry(
        "thời hạn, như `5 ngày làm việc` hoặc `trong ngày`",
        "the time limit, such as `5 working days` or `same day`",
    ),
    "cli/option.route.output": Entry(
        "ghi vào tệp thay vì in ra", "write to a file instead of printing"
    ),
    "cli/option.policy": Entry(
        "cách trả lời một điều luật để ngỏ, như `reception_day=counted`; lặp lại được",
        "answer to a question the law leaves open, such as `reception_day=counted`;"
        " may be repeated",
    ),
    "cli/option.received": Entry(
        "lúc hồ sơ đầy đủ đến nơi, như `2026-11-23T16:00`, `23/11/2026 16:00`, hoặc chỉ ngày",
        "when the complete dossier arrived, such as `2026-11-23T16:00`, `23/11/2026 16:00`,"
        " or a day alone",
    ),
    "cli/option.case": Entry("trường hợp của thủ tục", "case of the procedure"),
    "cli/option.channel": Entry("cách thức nộp: {choices}", "channel: {choices}"),
    "cli/option.event": Entry(
        "ngày của một sự kiện, như tiếp nhận; lặp lại được",
        "day of an event, such as reception; may be repeated",
    ),
    "cli/option.fact": Entry(
        "giá trị của một dữ kiện; lặp lại được", "value of a fact; may be repeated"
    ),
    "cli/option.fail-on": Entry(
        "mức phát hiện nhẹ nhất làm mã thoát khác 0: {choices} (mặc định: `error`)",
        "least severity that makes the exit code 1: {choices} (default: `error`)",
    ),
    "cli/option.format": Entry(
        "định dạng in ra: {choices} (mặc định: `text`)",
        "format to print: {choices} (default: `text`)",
    ),
    "cli/option.help": Entry("in trợ giúp này", "print this help"),
    "cli/option.horizon": Entry(
        "số ngày nhìn trước, để tìm căn cứ sắp hết hiệu lực (mặc định: 365)",
        "days to look ahead, for texts that end soon (default: 365)",
    ),
    "cli/option.jobs": Entry(
        "số tiến trình; 0 là theo số lõi của máy", "number of processes; 0 for one a core"
    ),
    "cli/option.charge": Entry(
        "khoản thu được hỏi, theo mã trong danh mục", "the charge asked for, by its id"
    ),
    "cli/option.timeline": Entry(
        "trả lời theo từng khoảng ngày, từ ngày đầu đến hết ngày cuối",
        "answer by stretches of days, from the first to the end of the last",
    ),
    "cli/option.known-on": Entry(
        "chỉ dùng văn bản đã được ghi nhận đến ngày này",
        "use only instruments recorded by this day",
    ),
    "cli/option.lang": Entry(
        "ngôn ngữ: {choices} (mặc định: `vi`)", "language: {choices} (default: `vi`)"
    ),
    "cli/option.no-color": Entry("không tô màu", "no colours"),
    "cli/option.origin": Entry(
        "cho biết mỗi thiết lập từ đâu ra", "say where each setting came from"
    ),
    "cli/option.output": Entry(
        "ghi thêm kết quả vào tệp theo định dạng {choices}; lặp lại được",
        "also write the result to a file, in format {choices}; may be repeated",
    ),
    "cli/option.statistics": Entry("thêm thống kê theo quy tắc", "add statistics by rule"),
    "cli/option.strict": Entry(
        "coi quy tắc chưa kết luận được là chưa đạt (mã thoát 3)",
        "let an undecided rule fail the run (exit code 3)",
    ),
    "cli/option.territory": Entry("mã địa bàn, ví dụ `40`", "code of the territory, such as `40`"),
    "cli/option.undecided": Entry(
        "liệt kê đủ các kết luận còn bỏ ngỏ", "list every undecided verdict"
    ),
    "cli/option.check": Entry(
        "không ghi; mã thoát 1 khi có quy tắc khác dạng chuẩn",
        "write nothing; exit code 1 when a rule differs from the canonical form",
    ),
    "cli/option.diff": Entry(
        "không ghi; in những dòng sẽ thay đổi", "write nothing; print the lines that would change"
    ),
    "cli/option.to": Entry(
        "dịch từ khoá và từ vựng của quy tắc sang: {choices}",
        "translate the keywords and words of the rules to: {choices}",
    ),
    "cli/option.dir": Entry(
        "thư mục quy tắc (mặc định: thư mục đầu tiên trong thiết lập, hoặc `rules`)",
        "rules folder (default: the first of the settings, or `rules`)",
    ),
    "cli/option.coverage": Entry(
        "đo các ca cho thấy bao nhiêu nhánh, ngưỡng và ngày ranh giới của mỗi quy tắc",
        "measure how many outcomes, bounds and boundary days of each rule the cases show",
    ),
    "cli/option.min-coverage": Entry(
        "độ phủ tối thiểu của mỗi quy tắc, phần trăm (mặc định khi đo: 100)",
        "least coverage of each rule, in percent (default when measured: 100)",
    ),
    "cli/option.mutate": Entry(
        "sửa sai quy tắc từng chỗ một, xem các ca có nhận ra không",
        "put one slip after another into each rule and see whether the cases notice",
    ),
    "cli/option.min-score": Entry(
        "tỷ lệ chỗ sửa sai phải bị phát hiện ở mỗi quy tắc, phần trăm",
        "least share of slips that the cases of each rule must notice, in percent",
    ),
    "cli/option.watch": Entry(
        "chạy lại mỗi khi một tệp thay đổi, đến khi bấm Ctrl-C",
        "run again whenever a file changes, until Ctrl-C",
    ),
    "cli/option.version": Entry("in phiên bản", "print the version"),
    "cli/argument.paths": Entry(
        "tệp hoặc thư mục cần kiểm tra (mặc định: dữ liệu theo thiết lập, hoặc thư mục hiện tại)",
        "files or folders to check (default: the data of the settings, or the current folder)",
    ),
    "cli/argument.paths.fmt": Entry(
        "tệp hoặc thư mục quy tắc (mặc định: các quy tắc của không gian làm việc)",
        "rule files or folders of them (default: the rules of the workspace)",
    ),
    "cli/argument.paths.test": Entry(
        "tệp quy tắc, tệp trường hợp hoặc thư mục của chúng (mặc định: mọi quy tắc đang dùng)",
        "rule files, cases files or folders of them (default: every rule in use)",
    ),
    "cli/argument.rule_id": Entry(
        "mã của quy tắc mới, ví dụ `thanh-phan/qua-hai-ban-sao`",
        "id of the new rule, such as `components/too-many-copies`",
    ),
    "cli/argument.code": Entry(
        "mã thủ tục, ví dụ `1.012756`", "procedure code, such as `1.012756`"
    ),
    "cli/argument.attribute": Entry(
        "điều muốn hỏi: `time_limit`, `fee`, `charge`, `online` …",
        "what is asked: `time_limit`, `fee`, `charge`, `online` …",
    ),
    "cli/argument.rule": Entry(
        "mã quy tắc hoặc mã phát hiện, ví dụ `yaml/bad-value`",
        "id of a rule or of a finding, such as `yaml/bad-value`",
    ),
}
_METAVARS: Table = {
    "cli/metavar.day": Entry("NGÀY", "DAY"),
    "cli/metavar.days": Entry("NGÀY..NGÀY", "DAY..DAY"),
    "cli/metavar.name": Entry("TÊN", "NAME"),
    "cli/metavar.moment": Entry("THỜI_ĐIỂM", "MOMENT"),
    "cli/metavar.limit": Entry("THỜI_HẠN", "LIMIT"),
    "cli/metavar.folder": Entry("THƯ_MỤC", "FOLDER"),
    "cli/metavar.rule_id": Entry("CHỦ_ĐỀ/TÊN", "TOPIC/NAME"),
    "cli/metavar.file": Entry("TỆP", "FILE"),
    "cli/metavar.policy": Entry("TÊN=GIÁ_TRỊ", "NAME=VALUE"),
    "cli/metavar.moment-of": Entry("TÊN=THỜI_ĐIỂM", "NAME=MOMENT"),
    "cli/metavar.yes-or-no": Entry("TÊN=yes|no", "NAME=yes|no"),
    "cli/metavar.number": Entry("SỐ", "NUMBER"),
    "cli/metavar.level": Entry("MỨC", "LEVEL"),
    "cli/metavar.lang": Entry("NGÔN_NGỮ", "LANGUAGE"),
    "cli/metavar.format": Entry("ĐỊNH_DẠNG", "FORMAT"),
    "cli/metavar.channel": Entry("CÁCH_NỘP", "CHANNEL"),
    "cli/metavar.output": Entry("ĐỊNH_DẠNG=TỆP", "FORMAT=FILE"),
    "cli/metavar.fact": Entry("TÊN=GIÁ_TRỊ", "NAME=VALUE"),
    "cli/metavar.event": Entry("TÊN=NGÀY", "NAME=DAY"),
    "cli/metavar.territory": Entry("ĐỊA_BÀN", "TERRITORY"),
    "cli/metavar.paths": Entry("ĐƯỜNG_DẪN", "PATH"),
    "cli/metavar.code": Entry("MÃ", "CODE"),
    "cli/metavar.attribute": Entry("THUỘC_TÍNH", "ATTRIBUTE"),
    "cli/metavar.rule": Entry("QUY_TẮC", "RULE"),
    "cli/metavar.options": Entry("TUỲ_CHỌN", "OPTIONS"),
    "cli/metavar.command": Entry("LỆNH", "COMMAND"),
    "cli/heading.usage": Entry("Cách dùng", "Usage"),
    "cli/heading.arguments": Entry("Tham số", "Arguments"),
    "cli/heading.options": Entry("Tuỳ chọn", "Options"),
    "cli/heading.commands": Entry("Lệnh", "Commands"),
    "cli/heading.examples": Entry("Ví dụ", "Examples"),
    "cli/heading.exit-codes": Entry("Mã thoát", "Exit codes"),
    "cli/required": Entry("{help} (bắt buộc)", "{help} (required)"),
}
_EXIT_CODES: Table = {
    "cli/exit.0": Entry(
        "không có phát hiện nào đến mức đã chọn", "nothing found at the chosen level"
    ),
    "cli/exit.1": Entry(
        "có phát hiện từ mức đã chọn trở lên", "findings at or above the chosen level"
    ),
    "cli/exit.2": Entry(
        "dùng sai lệnh, thiếu đường dẫn, thiết lập hoặc quy tắc sai",
        "wrong usage, missing path, wrong setting or rule",
    ),
    "cli/exit.3": Entry(
        "có đầu vào không mở được, hoặc còn bỏ ngỏ khi dùng `--strict`",
        "an input could not be opened, or undecided with `--strict`",
    ),
    "cli/exit.4": Entry("không có gì được kiểm tra", "nothing was checked"),
    "cli/exit.5": Entry("công cụ gặp sự cố", "the tool failed"),
    "cli/exit.130": Entry("bị ngắt giữa chừng", "interrupted"),
}
_USAGE: Table = {
    "cli/no-such-option": Entry("không có tuỳ chọn `{name}`", "no option `{name}`"),
    "cli/no-such-command": Entry("không có lệnh `{name}`", "no command `{name}`"),
    "cli/did-you-mean": Entry("ý bạn là `{name}`?", "did you mean `{name}`?"),
    "cli/see-help": Entry("xem `{command} --help`", "see `{command} --help`"),
    "cli/missing-argument": Entry("thiếu tham số `{name}`", "missing argument `{name}`"),
    "cli/missing-option": Entry("thiếu tuỳ chọn `{name}`", "missing option `{name}`"),
    "cli/needs-value": Entry("tuỳ chọn `{name}` cần một giá trị", "option `{name}` needs a value"),
    "cli/takes-no-value": Entry(
        "tuỳ chọn `{name}` không nhận giá trị", "option `{name}` takes no value"
    ),
    "cli/extra-argument": Entry("thừa tham số `{name}`", "one argument too many: `{name}`"),
    "cli/wrong-usage": Entry("dùng sai lệnh `{name}`", "wrong usage of `{name}`"),
    "cli/bad-choice": Entry(
        "không có lựa chọn `{value}` cho `{name}`", "no choice `{value}` for `{name}`"
    ),
    "cli/bad-choice.help": Entry("một trong: {choices}", "one of {choices}"),
    "cli/bad-day": Entry(
        "không hiểu ngày `{value}` của `{name}`", "unknown day `{value}` for `{name}`"
    ),
    "cli/bad-day.help": Entry(
        "viết như `2026-07-01` hoặc `01/07/2026`", "write it like `2026-07-01` or `01/07/2026`"
    ),
    "cli/bad-days": Entry(
        "không hiểu khoảng ngày `{value}` của `{name}`",
        "unknown stretch of days `{value}` for `{name}`",
    ),
    "cli/bad-days.help": Entry(
        "viết ngày đầu và ngày cuối như `2026-07-01..2027-03-01`",
        "write the first and the last day like `2026-07-01..2027-03-01`",
    ),
    "cli/bad-moment": Entry(
        "không hiểu thời điểm `{value}` của `{name}`", "unknown moment `{value}` for `{name}`"
    ),
    "cli/bad-moment.help": Entry(
        "viết như `2026-11-23T16:00`, `23/11/2026 16:00`, hoặc chỉ ngày: `23/11/2026`",
        "write it like `2026-11-23T16:00`, `23/11/2026 16:00`, or a day alone: `23/11/2026`",
    ),
    "cli/bad-number": Entry(
        "không hiểu số `{value}` của `{name}`", "unknown number `{value}` for `{name}`"
    ),
    "cli/bad-number.help": Entry(
        "một số nguyên từ {least} đến {most}", "a whole number from {least} to {most}"
    ),
    "cli/bad-assignment": Entry(
        "không hiểu `{value}` của `{name}`", "cannot read `{value}` for `{name}`"
    ),
    "cli/bad-assignment.help": Entry("viết như `{form}`", "write it like `{form}`"),
    "cli/given-twice": Entry(
        "`{value}` được cho hai lần trong `{name}`", "`{value}` is given twice in `{name}`"
    ),
    "cli/no-rule": Entry("không có quy tắc `{name}`", "no rule `{name}`"),
    "cli/no-rule.help": Entry(
        "xem danh sách với `tthc-rules rules list`", "list them with `tthc-rules rules list`"
    ),
}
_NOTICES: Table = {
    "cli/interrupted": Entry(
        "đã ngắt; chưa có tệp nào được ghi dở", "interrupted; no file was left half-written"
    ),
    "cli/cannot-write": Entry(
        "không ghi được `{file}`: {reason}", "cannot write `{file}`: {reason}"
    ),
    "cli/cannot-write.help": Entry(
        "kiểm tra thư mục, quyền ghi và chỗ trống rồi chạy lại",
        "look at the folder, the permissions and the free space, then run again",
    ),
    "cli/standard-output": Entry("đầu ra chuẩn", "standard output"),
    "cli/reason.no-folder": Entry("thư mục không tồn tại", "the folder does not exist"),
    "cli/reason.file-in-the-way": Entry(
        "chỗ cần một thư mục lại là một tệp", "a file stands where a folder is due"
    ),
    "cli/reason.is-folder": Entry("đó là một thư mục", "it is a folder"),
    "cli/reason.not-allowed": Entry("không có quyền ghi", "writing is not allowed"),
    "cli/reason.no-space": Entry("hết chỗ trống", "no space is left"),
    "cli/reason.other": Entry("hệ thống báo {name}", "the system says {name}"),
    "cli/bug": Entry(
        "công cụ gặp lỗi nội bộ {name} tại {place}; kết quả lần chạy này không dùng được",
        "internal error {name} at {place}; the result of this run is of no use",
    ),
    "cli/bug.help": Entry(
        "chạy lại với `TTHC_RULES_DEBUG=1`, rồi gửi những gì in ra cùng dòng `{version}`"
        " cho nhóm phát triển",
        "run again with `TTHC_RULES_DEBUG=1`, then send what is printed together with"
        " `{version}` to the maintainers",
    ),
    "cli/progress": Entry("đang kiểm tra {done}/{total}", "checking {done}/{total}"),
    "cli/written": Entry("đã ghi `{file}`", "wrote `{file}`"),
    "cli/test.summary": Entry(
        "{passed} trường hợp đạt, {failed} không đạt", "{passed} cases passed, {failed} failed"
    ),
    "cli/test.watching": Entry(
        "đang chờ tệp thay đổi; bấm Ctrl-C để thôi", "waiting for a change; Ctrl-C ends"
    ),
    "cli/test.nothing": Entry("không có trường hợp thử nào", "there are no cases"),
    "cli/rules.count": Entry("{n} quy tắc", "{n} rules"),
    "cli/rules.count.one": Entry("{n} quy tắc", "{n} rule"),
    "cli/rules.none": Entry("không có quy tắc nào", "there are no rules"),
    "cli/rule.severity": Entry("mức độ", "severity"),
    "cli/rule.basis": Entry("căn cứ", "basis"),
    "cli/rule.force": Entry("hiệu lực", "in force"),
    "cli/rule.applies-to": Entry("áp dụng cho", "applies to"),
    "cli/rule.message": Entry("thông báo", "message"),
    "cli/rule.help": Entry("cách sửa", "remedy"),
    "cli/rule.suppression": Entry("tắt được không", "switching off"),
    "cli/rule.suppressible": Entry(
        "được, bằng `severities` trong thiết lập", "by `severities` in the settings"
    ),
    "cli/rule.not-suppressible": Entry("không được", "never"),
    "cli/rule.cases": Entry("trường hợp thử", "cases"),
    "cli/rule.file": Entry("tệp", "file"),
    "cli/code.message": Entry("nội dung", "says"),
    "cli/code.note": Entry(
        "mã này do chính công cụ báo khi đọc đầu vào, không phải do một quy tắc",
        "this code comes from the tool itself as it reads its input, not from a rule",
    ),
}

TABLE: Table = {
    **_COMMANDS,
    **_OPTIONS,
    **_METAVARS,
    **_EXIT_CODES,
    **_USAGE,
    **_NOTICES,
}
