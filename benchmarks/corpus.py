"""A made-up province as data files: the corpus that `check` is measured on (tỉnh giả định).

    python -m benchmarks.corpus FOLDER [--procedures 1125] [--seed 1]

makes a workspace of 2,274 data files of about 3.3 KB: one catalogue, 23 instruments, and for
each procedure a publication and the configuration of province XX. Everything in it is made up;
the same arguments give the same bytes. Every thirtieth procedure or so carries one sown
defect; `defects.tsv` names file, kind and the code of the finding that must tell of it.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.defects import Pair, fitting
from benchmarks.yaml_text import Made, document

PROCEDURES = 1125
DECREES = 12
DECISIONS = 10
DAY = "2026-12-01"
"""The day of the law for which the corpus was made."""

SETTINGS = "kind: settings\ndata: [procedures]\nprofile: full\n"

LIMITS = (3, 5, 7, 10, 15, 20, 30)
SECTORS = tuple(f"linh-vuc-{number}" for number in range(1, 15))
DEPARTMENTS = tuple(f"so-{number:02}-xx" for number in range(1, 9))
CHARGES = tuple(f"khoan-thu-{number:02}" for number in range(1, 13))
CHANNELS = ("direct", "online", "postal")
THINGS = (
    "giấy phép xây dựng nhà ở riêng lẻ",
    "chứng chỉ hành nghề dược",
    "phiếu lý lịch tư pháp",
    "giấy xác nhận tình trạng hôn nhân",
    "giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm",
    "báo cáo đánh giá tác động môi trường",
    "giấy phép kinh doanh vận tải bằng xe ô tô",
    "giấy chứng nhận quyền sử dụng đất và tài sản khác gắn liền với đất",
)
ACTS = ("Cấp", "Cấp lại", "Cấp đổi", "Gia hạn", "Điều chỉnh", "Thu hồi", "Xác nhận", "Thẩm định")
PAPERS = (
    "Đơn đề nghị theo mẫu",
    "Bản sao giấy tờ tuỳ thân",
    "Bản vẽ hiện trạng",
    "Văn bản uỷ quyền",
    "Tờ khai lệ phí",
    "Hợp đồng thuê địa điểm",
    "Danh sách nhân sự kèm văn bằng",
)
PHRASES = (
    "hồ sơ hợp lệ được tiếp nhận tại bộ phận một cửa",
    "trong thời hạn quy định kể từ ngày nhận đủ",
    "tổ chức, cá nhân nộp trực tiếp hoặc trực tuyến",
    "qua cổng dịch vụ công quốc gia",
    "cơ quan có thẩm quyền trả lời bằng văn bản nêu rõ lý do",
    "trường hợp không đủ điều kiện thì bổ sung giấy tờ",
)
STEPS = (
    "Phân công thụ lý",
    "Thẩm định nội dung",
    "Kiểm tra thực địa",
    "Lấy ý kiến phòng chuyên môn",
    "Dự thảo kết quả",
)


@dataclass(frozen=True, slots=True)
class File:
    """One file of the corpus: where it goes and what it holds."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Sown:
    """One sown defect (lỗi gieo): the file in which `code` must be found."""

    path: str
    kind: str
    code: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """All files of a made-up province, and the defects sown in them."""

    files: tuple[File, ...]
    sown: tuple[Sown, ...]

    def write(self, folder: Path) -> None:
        """Write the workspace below `folder`, with its settings and the list of defects."""
        for file in self.files:
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8", newline="\n")
        (folder / "tthc-rules.yaml").write_text(SETTINGS, encoding="utf-8", newline="\n")
        lines = (f"{one.path}\t{one.kind}\t{one.code}\n" for one in self.sown)
        (folder / "defects.tsv").write_text("".join(lines), encoding="utf-8", newline="\n")


def corpus(procedures: int = PROCEDURES, seed: int = 1, *, defect_share: float = 1 / 30) -> Corpus:
    """Return the corpus; a procedure's files depend on the seed and its number alone.

    Args:
        procedures: How many publications, and as many configurations.
        seed: What the made-up choices hang on.
        defect_share: The part of procedures that carry a defect.
    """
    files = [_file("catalogues/xx", catalogue(), "Danh mục của tỉnh giả định XX")]
    files += [
        _file(f"instruments/{name}", value, "Văn bản giả định")
        for name, value in instruments(procedures)
    ]
    sown: list[Sown] = []
    for number in range(procedures):
        chance = random.Random(f"{seed}:{number}")  # noqa: S311 - a made-up corpus, no secret
        published = publication(number, chance)
        pair = Pair(published, configuration(number, published, chance))
        paths = {
            "publication": f"procedures/national/{_sector(number)}/{code(number)}.yaml",
            "configuration": f"procedures/provinces/XX/{_sector(number)}/{code(number)}.yaml",
        }
        defect = chance.choice(fitting(pair)) if chance.random() < defect_share else None
        if defect is not None:
            defect.sow(pair)
            sown.append(Sown(paths[defect.file], defect.kind, defect.code))
        for name, value in (
            ("publication", pair.publication),
            ("configuration", pair.configuration),
        ):
            text = document(value, f"Thủ tục giả định {code(number)}")
            if defect is not None and name == defect.file:
                text = defect.spoil(text)
            files.append(File(paths[name], text))
    return Corpus(tuple(files), tuple(sown))


def code(number: int) -> str:
    """Return the made-up code of a procedure."""
    return f"9.{number:06}"


def limit(number: int) -> int:
    """Return the working days that the made-up law gives for a procedure."""
    return LIMITS[number % len(LIMITS)]


def cut(number: int) -> int | None:
    """Return the working days to which province XX cut a limit, None where it did not."""
    return max(1, limit(number) - 2) if number % 3 == 0 else None


def decree(number: int) -> dict[str, Made]:
    """Return a citation of the made-up decree that sets a procedure's time limit."""
    return {"issuer": "chinh-phu", "instrument": f"9{number % DECREES:02}/2099/NĐ-CP"}


def _sector(number: int) -> str:
    return SECTORS[number % len(SECTORS)]


def _department(number: int) -> str:
    return DEPARTMENTS[number % len(DEPARTMENTS)]


def _file(name: str, value: dict[str, Made], comment: str) -> File:
    return File(f"procedures/{name}.yaml", document(value, comment))


def catalogue() -> dict[str, Made]:
    """Return what province XX adds to the shipped catalogues."""
    source: dict[str, Made] = {"confidence": "unverified", "source": "Giả định"}
    departments: list[dict[str, Made]] = [
        {"id": name, "name": f"Sở giả định {name[3:5]}", "kind": "department"}
        for name in DEPARTMENTS
    ]
    agencies: list[dict[str, Made]] = [
        {"id": "ttpvhcc-xx", "name": "Trung tâm Phục vụ hành chính công XX", "kind": "centre"},
        {"id": "ubnd-xx", "name": "Uỷ ban nhân dân tỉnh XX", "kind": "committee"},
        *departments,
    ]
    applicant: dict[str, Made] = {"id": "nguoi-nop-xx", "name": "Người nộp", "level": "applicant"}
    return {
        "kind": "catalogue",
        "territories": [
            {
                "id": "XX",
                "name": "Tỉnh giả định XX",
                "spans": [{"level": "province", "in": "VN"}],
                **source,
            }
        ],
        "agencies": [
            {**applicant, "territory": "VN", **source},
            *({**one, "level": "province", "territory": "XX", **source} for one in agencies),
        ],
        "issuers": [
            {
                "id": "bo-gia-dinh",
                "name": "Bộ Giả định",
                "class": "bo",
                "level": "nation",
                "territory": "VN",
                "abbreviations": ["BGĐ"],
                **source,
            },
            *(
                {
                    "id": f"{name}-xx",
                    "name": f"{title} tỉnh XX",
                    "class": name,
                    "level": "province",
                    "territory": "XX",
                    **source,
                }
                for name, title in (("hdnd", "Hội đồng nhân dân"), ("ubnd", "Uỷ ban nhân dân"))
            ),
        ],
        "sectors": [
            {
                "id": name,
                "name": f"Lĩnh vực {name.rsplit('-', 1)[1]}",
                "ministry": "bo-gia-dinh",
                **source,
            }
            for name in SECTORS
        ],
        "charges": [
            {"id": name, "name": f"Khoản thu {name[-2:]}", "type": _charge_type(index), **source}
            for index, name in enumerate(CHARGES)
        ],
        "systems": [
            {"id": "he-thong-tinh-xx", "name": "Hệ thống giải quyết của tỉnh XX"} | _processing(),
            {"id": "he-thong-bo-xx", "name": "Hệ thống giải quyết của bộ giả định"} | _processing(),
            {"id": "thanh-toan-xx", "name": "Nền tảng thanh toán giả định", "kind": "payment"},
        ],
    }


def _processing() -> dict[str, Made]:
    return {"kind": "processing", "confidence": "unverified", "source": "Giả định"}


def _charge_type(index: int) -> str:
    return "fee" if index % 2 else "charge"


def instruments(procedures: int) -> Iterator[tuple[str, dict[str, Made]]]:
    """Yield the made-up texts: decrees with ceilings, decisions of XX that fill them."""
    for index in range(DECREES):
        yield f"chinh-phu/nd-{index:02}", _decree(index, procedures)
    for index in range(DECISIONS):
        yield f"ubnd-xx/qd-{index:02}", _decision(index, procedures)
    yield "bo-tai-chinh/tt", _circular()


def _decree(index: int, procedures: int) -> dict[str, Made]:
    ceilings: list[Made] = [
        {
            "id": f"thoi-han-{days}",
            "at": f"Điều {10 + row}",
            "attribute": "time_limit",
            "form": "ceiling",
            "subject": {"procedures": codes},
            "value": f"{days} ngày làm việc",
            "default": "bound",
            "delegation": {"to": {"class": "ubnd", "level": "province"}, "direction": "le"},
        }
        for row, (days, codes) in enumerate(_by_limit(range(index, procedures, DECREES)))
    ]
    return {
        "kind": "instrument",
        "number": f"9{index:02}/2099/NĐ-CP",
        "issuer": "chinh-phu",
        "type": "nghi-dinh",
        "title": f"Nghị định giả định {index}",
        "signed": "2025-11-01",
        "force": {"from": "2026-01-01"},
        "territory": "VN",
        "norms": ceilings,
        "confidence": "unverified",
        "source": "Giả định",
    }


def _decision_on(number: int) -> dict[str, Made]:
    """Return a citation of the decision of XX on a procedure."""
    which = min(number % DECREES, DECISIONS - 1)
    return {"issuer": "ubnd-xx", "instrument": f"8{which:02}/2099/QĐ-UBND"}


def _decision(index: int, procedures: int) -> dict[str, Made]:
    """Return the decision that cuts limits of the decrees `index` and, for the last, beyond."""
    decrees = [index] if index < DECISIONS - 1 else list(range(index, DECREES))
    fillings: list[Made] = [
        {
            "id": f"cat-giam-{which:02}-{days}",
            "at": f"Phụ lục mục {days}",
            "attribute": "time_limit",
            "form": "value",
            "subject": {"procedures": cut_codes},
            "value": f"{max(1, days - 2)} ngày làm việc",
            "fills": {**decree(which), "norm": f"thoi-han-{days}"},
        }
        for which in decrees
        for days, cut_codes in _by_limit(
            number for number in range(which, procedures, DECREES) if cut(number) is not None
        )
    ]
    return {
        "kind": "instrument",
        "number": f"8{index:02}/2099/QĐ-UBND",
        "issuer": "ubnd-xx",
        "type": "quyet-dinh-ubnd",
        "title": f"Quyết định giả định {index}",
        "signed": "2026-02-01",
        "force": {"from": "2026-03-01"},
        "territory": "XX",
        "norms": fillings,
        "confidence": "unverified",
        "source": "Giả định",
    }


def _circular() -> dict[str, Made]:
    """Return the circular that sets what every charge costs."""
    amounts: list[Made] = [
        {
            "id": name,
            "at": f"Điều {row}",
            "attribute": _charge_type(row),
            "form": "value",
            "subject": {"charges": [name]},
            "value": _amount(row),
        }
        for row, name in enumerate(CHARGES)
    ]
    return {
        "kind": "instrument",
        "number": "600/2099/TT-BTC",
        "issuer": "bo-tai-chinh",
        "type": "thong-tu",
        "title": "Thông tư giả định",
        "signed": "2025-12-01",
        "force": {"from": "2026-01-01"},
        "territory": "VN",
        "norms": amounts,
        "confidence": "unverified",
        "source": "Giả định",
    }


def _amount(row: int) -> str:
    return f"{(row + 1) * 30}.000 đồng"


def _by_limit(numbers: Iterator[int] | range) -> list[tuple[int, list[Made]]]:
    groups: dict[int, list[Made]] = {}
    for number in numbers:
        groups.setdefault(limit(number), []).append(code(number))
    return sorted(groups.items())


def _note(chance: random.Random, least: int, most: int) -> str:
    return "; ".join(chance.choices(PHRASES, k=chance.randint(least, most))).capitalize()


def publication(number: int, chance: random.Random) -> dict[str, Made]:
    """Return what the made-up ministry announced for a procedure."""
    cases = [("default", "Trường hợp thông thường")]
    if chance.random() < 0.3:
        cases.append(("cap-lai", "Cấp lại do mất, hỏng"))
    fees = _fees(number, chance)
    return {
        "kind": "procedure",
        "code": code(number),
        "name": f"{chance.choice(ACTS)} {chance.choice(THINGS)} (giả định {number})",
        "sector": _sector(number),
        "levels": ["province"],
        "mandate": "other",
        "publication": {"number": f"7{number % 40:02}/QĐ-BGĐ", "signed": "2026-01-15"},
        "agencies": ["Sở giả định", "Trung tâm Phục vụ hành chính công"],
        "authority": "Uỷ ban nhân dân cấp tỉnh",
        "applicants": chance.sample(["Công dân", "Doanh nghiệp", "Tổ chức", "Hợp tác xã"], 2),
        "basis": [{**decree(number), "at": f"Điều {10 + row}"} for row in range(3)],
        "cases": [
            {
                "id": name,
                "name": title,
                "channels": [
                    {
                        "channel": channel,
                        "time_limit": f"{limit(number)} ngày làm việc",
                        "fees": [{**fee} for fee in fees],
                    }
                    for channel in CHANNELS
                ],
            }
            for name, title in cases
        ],
        "components": [
            {
                "id": f"giay-to-{row}",
                "name": paper,
                "originals": 1,
                "copies": chance.randint(0, 2),
                "required": chance.random() < 0.8,
                "form": chance.choice(["electronic", "either"]),
            }
            for row, paper in enumerate(chance.sample(PAPERS, chance.randint(3, 6)), 1)
        ],
        "results": [{"id": "ket-qua", "name": "Giấy tờ được cấp", "form": "either"}],
        "online": {"level": "full", "eligible": True, "provided": True, "submittable": True},
        "supplement": {"max": 1, "notice_within": "1 ngày làm việc"},
        "reception": {"boundary": "province"},
        "payment": {"online": True},
        "waivers": [
            {"id": f"mien-{row}", "charge": fees[0]["charge"], "channel": channel, "payable": rate}
            for row, (channel, rate) in enumerate(
                zip(CHANNELS, ("giảm 50%", "thu bằng 0%", "giảm 30%"), strict=True)
            )
        ],
        "postal": {"receive": True, "return": True},
        "confidence": "unverified",
        "source": "Giả định",
        "note": _note(chance, 5, 14),
    }


def _fees(number: int, chance: random.Random) -> list[dict[str, Made]]:
    first = number % len(CHARGES)
    rows = [first, (first + 5) % len(CHARGES)][: chance.randint(1, 2)]
    return [
        {
            "charge": CHARGES[row],
            "type": _charge_type(row),
            "amount": _amount(row),
        }
        for row in rows
    ]


def configuration(
    number: int, published: Mapping[str, Made], chance: random.Random
) -> dict[str, Made]:
    """Return what province XX runs for a procedure."""
    days = cut(number) or limit(number)
    cases = _ids(published["cases"])
    return {
        "kind": "configuration",
        "procedure": code(number),
        "territory": "XX",
        "hosting": [
            {"system": "he-thong-tinh-xx", "state": "active", "from": "2026-01-01"},
            {"system": "he-thong-bo-xx", "state": "preparing", "from": "2026-06-01"},
        ],
        "overrides": {
            **({} if cut(number) is None else {"cases": _cut_cases(number, days, cases)}),
            "reception": {"boundary": "province", "points": ["ttpvhcc-xx"]},
            "payment": {
                "online": True,
                "system": "thanh-toan-xx",
                "accounts": [
                    {"id": "chinh", "number": f"99-{number:06}", "owner": "ttpvhcc-xx"},
                ],
            },
            "route": _route(number, days, chance),
            "grants": [
                {"role": "tiep-nhan", "unit": "ttpvhcc-xx", "permissions": ["receive", "digitise"]},
                {"role": "thu-ly", "unit": _department(number), "permissions": ["monitor"]},
            ],
            "connections": [{"system": "he-thong-bo-xx", "state": "active", "since": "2026-05-01"}],
        },
        "confidence": "unverified",
        "source": "Giả định",
        "note": _note(chance, 10, 16),
    }


def _ids(rows: Made) -> list[str]:
    items = rows if isinstance(rows, Sequence) else ()
    return [str(row["id"]) for row in items if isinstance(row, Mapping)]


def _cut_cases(number: int, days: int, cases: Iterable[str]) -> list[Made]:
    basis = _decision_on(number)
    channels: list[Made] = [
        {"channel": channel, "time_limit": f"{days} ngày làm việc", "basis": basis}
        for channel in CHANNELS
    ]
    return [{"id": case, "channels": channels} for case in cases]


def _route(number: int, days: int, chance: random.Random) -> dict[str, Made]:
    """Return a route whose steps take exactly `days` together."""
    names = STEPS[: chance.randint(2, len(STEPS))]
    left = days * 8 - 3 - len(names)
    steps: list[dict[str, Made]] = [_step("nhan", "ttpvhcc-xx", "receive", 1)]
    for row, name in enumerate(names):
        hours = left if row == len(names) - 1 else chance.randint(0, left)
        left -= hours
        step = _step(f"buoc-{row + 1}", _department(number), "process", 1 + hours)
        steps.append({"id": step["id"], "name": name, **step})
    steps.append(_step("ky", "ubnd-xx", "approve", 1))
    steps.append(_step("tra", "ttpvhcc-xx", "return-result", 1))
    for step, after in zip(steps, [*steps[1:], None], strict=True):
        step["next"] = [{"to": after["id"] if after else "end", "on": "done"}]
    leaving: list[Made] = [
        {"to": "end", "on": outcome} for outcome in ("refuse", "return", "withdraw")
    ]
    steps[0]["next"] = [{"to": steps[1]["id"], "on": "done"}, *leaving]
    asked: dict[str, Made] = {"id": "bo-sung", "owner": "nguoi-nop-xx", "role": "supplement"}
    asked["next"] = [{"to": steps[1]["id"], "on": "done"}]
    second = steps[1]["next"]
    back: Made = {"to": "bo-sung", "on": "supplement"}
    steps[1]["next"] = [*second, back] if isinstance(second, list) else [back]
    return {
        "receives": "ttpvhcc-xx",
        "prepares": _department(number),
        "decides": "ubnd-xx",
        "start": "nhan",
        "steps": [*steps, asked],
        "approved_by": _decision_on(number),
    }


def _step(name: str, owner: str, role: str, hours: int) -> dict[str, Made]:
    return {"id": name, "owner": owner, "role": role, "duration": f"{hours} giờ làm việc"}


def main() -> None:
    """Write the corpus and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--procedures", type=int, default=PROCEDURES)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    made = corpus(options.procedures, options.seed)
    made.write(options.folder)
    size = sum(len(file.text.encode("utf-8")) for file in made.files)
    print(f"{len(made.files)} files, {size} bytes, {len(made.sown)} sown defects")


if __name__ == "__main__":
    main()
