"""What is said of inter-agency routes (quy trình liên thông)."""

from tthc_rules.report.messages.entry import Entry, Table

TABLE: Table = {
    "route/undecided": Entry(
        "quy trình có quá nhiều trạng thái để xem xét hết, nên chưa kết luận được",
        "the route has too many states to look at all of them, so this stays undecided",
    ),
    "route/undecided.help": Entry(
        "giảm số nhánh song song, hoặc gộp các bước liền nhau của cùng một đơn vị",
        "use fewer parallel branches, or merge neighbouring steps of one agency",
    ),
    "route/duplicate-step": Entry(
        "mã bước `{name}` đã dùng cho một bước khác", "step id `{name}` is already used"
    ),
    "route/duplicate-step.first": Entry("dùng lần đầu ở đây", "first used here"),
    "route/duplicate-step.help": Entry(
        "đặt cho mỗi bước một mã riêng và sửa các chuyển bước tới nó",
        "give each step an id of its own and adapt the transitions to it",
    ),
    "route/reserved-step": Entry(
        "mã bước `{name}` là tên của điểm kết thúc", "step id `{name}` is the name of the end"
    ),
    "route/reserved-step.help": Entry("đặt mã khác cho bước này", "give the step another id"),
    "route/unknown-start": Entry(
        "bước đầu `{name}` không có trong các bước",
        "the first step `{name}` is not among the steps",
    ),
    "route/unknown-start.help": Entry(
        "ghi mã của một bước đã khai, hoặc bỏ `start` để bắt đầu từ bước đầu danh sách",
        "name a declared step, or leave out `start` to begin with the first of the list",
    ),
    "route/unknown-phase-step": Entry(
        "giai đoạn nêu bước `{name}` không có trong quy trình",
        "the phase names step `{name}`, which the route does not have",
    ),
    "route/unknown-phase-step.help": Entry(
        "sửa mã bước, hoặc bỏ bước này khỏi giai đoạn",
        "correct the id, or take the step out of the phase",
    ),
    "route/unknown-step": Entry(
        "bước {step} chuyển tới bước chưa khai: `{target}`",
        "step {step} leads to a step that is not declared: `{target}`",
    ),
    "route/unknown-step.help": Entry(
        "sửa mã bước đích, hoặc khai bước đó", "correct the target, or declare that step"
    ),
    "route/unknown-owner": Entry(
        "bước {step} giao cho cơ quan không có trong danh mục: `{owner}`",
        "step {step} is given to an agency that no catalogue has: `{owner}`",
    ),
    "route/unknown-owner.help": Entry(
        "sửa mã cơ quan, hoặc bổ sung cơ quan vào danh mục",
        "correct the id, or add the agency to the catalogue",
    ),
    "route/unreachable-step": Entry(
        "không có đường nào từ bước đầu dẫn tới bước {step}",
        "no way leads from the first step to step {step}",
    ),
    "route/unreachable-step.help": Entry(
        "thêm chuyển bước dẫn tới bước này, hoặc bỏ bước",
        "add a transition that leads to it, or remove the step",
    ),
    "route/dead-end": Entry(
        "từ bước {step} không đi được tới điểm kết thúc",
        "no way leads on from step {step} to the end",
    ),
    "route/dead-end.help": Entry(
        "thêm chuyển bước tới bước sau, hoặc tới `end` nếu quy trình dừng ở đây",
        "add a transition to a later step, or to `end` where the route stops here",
    ),
    "route/no-result": Entry(
        "nộp {channel} thì không có đường nào đi đến kết quả",
        "no way leads to a result for dossiers filed {channel}",
    ),
    "route/no-result.help": Entry(
        "nối các bước bằng chuyển bước `done` từ bước đầu tới `end`",
        "connect the steps by `done` transitions from the first step to `end`",
    ),
    "route/cycle": Entry(
        "bước {step} nằm trên vòng lặp không qua bổ sung hồ sơ",
        "step {step} lies on a cycle without a request for supplement",
    ),
    "route/cycle.help": Entry(
        "bỏ chuyển bước quay lại, hoặc ghi nó là `supplement` nếu là yêu cầu bổ sung",
        "remove the transition back, or write it as `supplement` where it asks for one",
    ),
    "route/undeclared-split": Entry(
        "bước {step} có nhiều đường đi tiếp mà không ghi điều kiện hay nhánh song song",
        "step {step} has several ways on, with neither conditions nor a parallel split",
    ),
    "route/undeclared-split.help": Entry(
        "ghi `split: parallel` nếu mọi nhánh cùng chạy, hoặc `when` cho từng nhánh",
        "write `split: parallel` where all branches run, or `when` for each branch",
    ),
    "route/deadlock": Entry(
        "bước {step} có thể chờ mãi một nhánh không bao giờ tới",
        "step {step} may wait for ever for a branch that never comes",
    ),
    "route/deadlock.help": Entry(
        "bỏ `join: all` nếu các nhánh là lựa chọn, hoặc cho mọi nhánh song song tới bước này",
        "drop `join: all` where the branches are a choice, or lead every parallel branch here",
    ),
    "route/lack-of-synchronisation": Entry(
        "các nhánh song song gặp nhau ở {step} mà không chờ nhau",
        "parallel branches meet at {step} without waiting for each other",
    ),
    "route/lack-of-synchronisation.help": Entry(
        "ghi `join: all` ở bước nhận đủ các nhánh, trước khi đi tiếp hoặc kết thúc",
        "write `join: all` at a step that takes all branches before going on or ending",
    ),
    "route/missing-duration": Entry("bước {step} chưa có thời gian", "step {step} has no duration"),
    "route/missing-duration.help": Entry(
        "ghi `duration`, chẳng hạn `0,5 ngày làm việc`",
        "write `duration`, `0.5 working days` for example",
    ),
    "route/consult-without-deadline": Entry(
        "bước lấy ý kiến {step} không có hạn trả lời", "consultation {step} has no deadline"
    ),
    "route/consult-without-deadline.help": Entry(
        "ghi `duration` là hạn trả lời của cơ quan được lấy ý kiến",
        "write as `duration` the deadline for the consulted agency to answer",
    ),
    "route/mixed-kinds": Entry(
        "thời gian `{duration}` của bước {step} khác loại với thời hạn giải quyết",
        "the duration `{duration}` of step {step} is of another kind than the time limit",
    ),
    "route/mixed-kinds.help": Entry(
        "ghi thời gian của bước theo cùng loại ngày với thời hạn giải quyết",
        "write the duration in the same kind of days as the time limit",
    ),
    "route/exceeds-limit": Entry(
        "nộp {channel}: đường dài nhất hết {total}, quá thời hạn {limit}",
        "filed {channel}: the longest way takes {total}, longer than the limit of {limit}",
    ),
    "route/exceeds-limit.at-least": Entry(
        "nộp {channel}: riêng các bước có ghi thời gian đã quá thời hạn {limit}",
        "filed {channel}: the steps with a duration alone take longer than the limit of {limit}",
    ),
    "route/exceeds-limit.same-day": Entry(
        "nộp {channel}: các bước cộng lại quá 8 giờ làm việc, không kịp `{limit}`",
        "filed {channel}: the steps add up to more than 8 working hours, too long for `{limit}`",
    ),
    "route/exceeds-limit.help": Entry(
        "rút ngắn các bước trên đường dài nhất, hoặc cho chạy song song",
        "shorten steps on the longest way, or run them in parallel",
    ),
    "route/shorter-than-limit": Entry(
        "nộp {channel}: đường dài nhất chỉ hết {total}, ngắn hơn thời hạn {limit}",
        "filed {channel}: the longest way takes only {total}, shorter than the limit of {limit}",
    ),
    "route/shorter-than-limit.help": Entry(
        "kiểm tra xem thiếu bước nào, hay thời hạn có thể công bố ngắn hơn",
        "see whether a step is missing, or whether a shorter limit can be announced",
    ),
    "route/phase-exceeds-limit": Entry(
        "các bước của giai đoạn `{phase}` dài hơn thời hạn ghi cho giai đoạn: {limit}",
        "the steps of phase `{phase}` take longer than the limit given for it: {limit}",
    ),
    "route/phase-exceeds-limit.help": Entry(
        "rút ngắn các bước, hoặc sửa thời hạn của giai đoạn",
        "shorten the steps, or correct the limit of the phase",
    ),
    "route/result-not-returned": Entry(
        "kết quả dừng ở {owner} tại bước {step}, không về nơi tiếp nhận là {receives}",
        "the result stays with {owner} at step {step} instead of returning to {receives}",
    ),
    "route/result-not-returned.help": Entry(
        "thêm bước trả kết quả của đơn vị đã tiếp nhận hồ sơ",
        "add a step in which the agency that received the dossier returns the result",
    ),
    "route/missing-hand-over": Entry(
        "hồ sơ có thể giải quyết xong mà không qua {agency} đúng thứ tự",
        "a dossier can be settled without passing {agency} in its turn",
    ),
    "route/missing-hand-over.help": Entry(
        "thêm bước chuyển hồ sơ tới cơ quan này trên mọi đường đi đến kết quả",
        "add a step that hands the dossier over to it on every way to a result",
    ),
    "route/not-competent": Entry(
        "{owner} không có thẩm quyền thực hiện bước {step}; cơ quan quyết định là {decides}",
        "{owner} is not competent for step {step}; the deciding agency is {decides}",
    ),
    "route/not-competent.help": Entry(
        "giao bước cho cơ quan quyết định hoặc đơn vị trực thuộc, đúng địa bàn",
        "give the step to the deciding agency or a unit of it, in the right territory",
    ),
    "route/owner-not-existing": Entry(
        "{owner} ở bước {step} không tồn tại vào ngày áp dụng",
        "{owner} at step {step} does not exist on the day in question",
    ),
    "route/owner-not-existing.help": Entry(
        "giao bước cho cơ quan kế thừa, hoặc sửa ngày trong danh mục cơ quan",
        "give the step to the successor, or correct the days in the catalogue",
    ),
    "route/missing-outcome": Entry(
        "không bước nào có kết cục {outcome}", "no step offers the outcome `{outcome}`"
    ),
    "route/missing-outcome.help": Entry(
        "thêm chuyển bước có kết cục này ở bước tiếp nhận hoặc thẩm định",
        "add a transition with this outcome where the dossier is received or examined",
    ),
    "route/late-withdraw": Entry(
        "bước trả kết quả {step} còn cho rút hồ sơ",
        "step {step} returns the result and still offers to withdraw",
    ),
    "route/late-withdraw.help": Entry(
        "chỉ cho rút hồ sơ ở các bước trước khi có kết quả",
        "offer to withdraw only at steps before there is a result",
    ),
    "route/presence-blocks-online": Entry(
        "dịch vụ toàn trình nhưng bước {step} buộc người nộp có mặt",
        "the service is fully online, but step {step} needs the applicant in person",
    ),
    "route/presence-blocks-online.help": Entry(
        "bỏ yêu cầu có mặt, hoặc khai dịch vụ là một phần",
        "drop the presence, or declare the service as partly online",
    ),
    "route/mark.unknown-step": Entry("bước chưa khai", "undeclared step"),
    "route/mark.unknown-owner": Entry("cơ quan chưa khai", "undeclared agency"),
    "route/mark.unreachable-step": Entry("không tới được", "unreachable"),
    "route/mark.dead-end": Entry("không có đường tới kết thúc", "no way to the end"),
    "route/mark.no-result": Entry("không có đường tới kết quả", "no way to a result"),
    "route/mark.cycle": Entry("vòng lặp", "cycle"),
    "route/mark.undeclared-split": Entry("rẽ nhánh không rõ", "unclear split"),
    "route/mark.deadlock": Entry("có thể chờ mãi", "may wait for ever"),
    "route/mark.lack-of-synchronisation": Entry("các nhánh không chờ nhau", "branches do not wait"),
    "route/mark.missing-duration": Entry("thiếu thời gian", "no duration"),
    "route/mark.consult-without-deadline": Entry("thiếu hạn trả lời", "no deadline to answer"),
    "route/mark.mixed-kinds": Entry("khác loại ngày", "other kind of days"),
    "route/mark.exceeds-limit": Entry("quá thời hạn", "exceeds the limit"),
    "route/mark.shorter-than-limit": Entry("ngắn hơn thời hạn", "shorter than the limit"),
    "route/mark.phase-exceeds-limit": Entry("giai đoạn quá thời hạn", "phase exceeds its limit"),
    "route/mark.result-not-returned": Entry(
        "kết quả không về nơi tiếp nhận", "result is not returned"
    ),
    "route/mark.missing-hand-over": Entry("thiếu bước chuyển tới", "no hand-over to"),
    "route/mark.not-competent": Entry("không đúng thẩm quyền", "not competent"),
    "route/mark.owner-not-existing": Entry("cơ quan không tồn tại", "agency does not exist"),
    "route/mark.missing-outcome": Entry("thiếu kết cục", "missing outcome"),
    "route/mark.late-withdraw": Entry("cho rút hồ sơ quá muộn", "withdrawal too late"),
    "route/mark.presence-blocks-online": Entry(
        "phải có mặt, không toàn trình được", "presence blocks full online"
    ),
    "route/outcome.done": Entry("xong", "done"),
    "route/outcome.supplement": Entry("bổ sung", "supplement"),
    "route/outcome.refuse": Entry("từ chối", "refuse"),
    "route/outcome.return": Entry("trả lại hồ sơ", "return"),
    "route/outcome.withdraw": Entry("rút hồ sơ", "withdraw"),
    "route/outcome.stop": Entry("dừng", "stop"),
    "route/channel.direct": Entry("trực tiếp", "direct"),
    "route/channel.online": Entry("trực tuyến", "online"),
    "route/channel.postal": Entry("bưu chính", "postal"),
    "route/role.file": Entry("nộp hồ sơ", "filing"),
    "route/role.receive": Entry("tiếp nhận", "receiving"),
    "route/role.process": Entry("xử lý", "processing"),
    "route/role.consult": Entry("lấy ý kiến", "consultation"),
    "route/role.approve": Entry("quyết định", "decision"),
    "route/role.return-result": Entry("trả kết quả", "returning the result"),
    "route/role.supplement": Entry("bổ sung hồ sơ", "supplementing"),
    "route/drawing.title": Entry("Quy trình liên thông", "Inter-agency route"),
    "route/drawing.start": Entry("bắt đầu", "start"),
    "route/drawing.end": Entry("kết thúc", "end"),
    "route/drawing.presence": Entry("người nộp có mặt", "applicant in person"),
    "route/drawing.split": Entry("rẽ song song", "parallel split"),
    "route/drawing.join": Entry("chờ đủ các nhánh", "waits for all branches"),
}
