"""`python -m benchmarks.portal FOLDER`: what the rules say of copied portal pages (chất lượng).

    python -m benchmarks.portal FOLDER [--day 2026-11-24] [--keep WORKSPACE] [--sample 20]

FOLDER holds `procedures.csv` and `channels.csv`, one row a page and one a row of its table of
channels. They become publications of a workspace of their own, over the shipped library. The
number of findings by rule is printed, and of each rule a sample to be read by people. Nothing
of it is shipped; `docs/rule-quality.md` holds what was read.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from tthc_rules import api
from tthc_rules.diagnostics import Finding
from tthc_rules.report.messages import sentence

CHANNELS: Final = {"Trực tiếp": "direct", "Trực tuyến": "online", "Dịch vụ bưu chính": "postal"}
LEVELS: Final = {
    "Cấp bộ": "central",
    "Cấp tỉnh": "province",
    "Cấp xã": "commune",
    "Cơ quan khác": "other",
}
_FREE: Final = "Miễn phí"
_MONEY = re.compile(r"(\d{1,3}(?:[.,]\d{3})+)\s*(?:đ|đồng|vnđ|vnd)", re.IGNORECASE)
_AMOUNT = re.compile(r"([\d.,]+) (?:Việt Nam Đồng|VNĐ)")
_COUNCIL = re.compile(r"HĐND|Hội đồng nhân dân", re.IGNORECASE)
_ELSEWHERE = re.compile(r"Thông tư|theo quy định|Luật phí|địa phương|chưa quy định", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"\d+\s*(?:\(\w+\)\s*)?(?:ngày(?! \d)|giờ|tháng)|thời hạn|thời gi", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_WAIVED = re.compile(r"miễn|không thu|không được quy định", re.IGNORECASE)
_WINDOW = re.compile(r"đến (?:hết )?(?:ngày )?31/12/(\d{4})")

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a page's table of channels, with cells that the copy joined taken apart."""

    channel: str
    time: str
    unit: str
    fee: str
    note: str

    @property
    def shown(self) -> tuple[str, ...]:
        """The numbers that make rows of two channels rows of one case, whatever their units."""
        return self.time, *_DIGITS.findall(self.fee)

    @property
    def fee_note(self) -> str:
        """What the page says of the fee: it stands first, in brackets."""
        depth = 0
        for index, sign in enumerate(self.note):
            depth += (sign == "(") - (sign == ")")
            if depth == 0:
                return self.note[:index]
        return self.note


def read(path: Path) -> list[Row]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def line(row: Row) -> Line:
    """Return a row; `120` beside `VNĐ` was `1` without unit and `20 VNĐ`."""
    channel = CHANNELS[row["Hình thức nộp"]]
    found = Line(channel, row["Thời hạn"], row["Đơn vị thời hạn"], row["Phí, lệ phí"], row["Mô tả"])
    if found.fee == "VNĐ" and re.fullmatch(r"1[\d.,]+", found.time):
        return replace(found, time="1", fee=f"{found.time[1:]} VNĐ")
    return found


def cases(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """Return the rows by case: one case, unless a channel stands in several rows."""
    counts = Counter(one.channel for one in lines)
    if max(counts.values(), default=0) <= 1:
        return (tuple(lines),) if lines else ()
    seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
    found: dict[tuple[tuple[str, ...], int], list[Line]] = defaultdict(list)
    for one in lines:
        seen[one.channel, one.shown] += 1
        found[one.shown, seen[one.channel, one.shown]].append(one)
    return tuple(tuple(group) for group in found.values())


def _fee(one: Line) -> Iterator[dict[str, str]]:
    amount = _AMOUNT.fullmatch(one.fee)
    fee = {"charge": "chua-xac-dinh", "type": "unstated"}
    if one.fee == _FREE:
        yield fee | {"amount": "0 đồng", "announced": _FREE} | _why_free(one.fee_note)
    elif amount:
        fee["amount"] = _dong(_number(amount[1]))
        if windows := _WINDOW.findall(one.fee_note):
            fee["until"] = f"{int(max(windows)) + 1}-01-01"
        yield fee
    elif one.fee:
        yield fee | {"announced": one.fee}


def _why_free(note: str) -> dict[str, str]:
    """Return what the note says against a fee shown as free, unless it says why it is free."""
    found = {}
    waived = _WAIVED.search(note)
    if _COUNCIL.search(note):
        found["set_elsewhere"] = "council"
    elif _ELSEWHERE.search(note) and not waived:
        found["set_elsewhere"] = "other"
    if (amounts := _MONEY.findall(note)) and not waived:
        found["noted_amount"] = _dong(min(map(_number, amounts)))
    return found


def _number(text: str) -> int:
    return int(re.sub("[.,]", "", text))


def _dong(amount: int) -> str:
    return f"{amount:,} đồng".replace(",", ".")


def _channel(one: Line) -> dict[str, object]:
    found: dict[str, object] = {"channel": one.channel}
    if one.time:
        unit = one.unit.lower() or "không ghi đơn vị"
        found["time_limit"] = f"{one.time} {unit}"
    elif _IN_WORDS.search(one.note):
        found["announced"] = one.note
    return found | ({"fees": fees} if (fees := list(_fee(one))) else {})


def publication(row: Row, lines: Sequence[Line]) -> dict[str, object]:
    """Return the publication that a page announces, faults included."""
    groups = cases(lines)
    single = len(groups) == 1
    found: dict[str, object] = {
        "kind": "procedure",
        "code": row["Mã thủ tục"],
        "name": row["Tên thủ tục"].strip(),
        "sector": _slug(row["Lĩnh vực"]),
        "levels": [LEVELS[level] for level in row["Cấp thực hiện"].split(", ") if level in LEVELS],
        "publication": {"number": row["Quyết định công bố"]},
        "agencies": [name.strip() for name in row["Cơ quan thực hiện"].split("|") if name.strip()],
        "authority": row["Cơ quan có thẩm quyền"].strip(),
        "applicants": row["Đối tượng thực hiện"].split(", "),
        "cases": [
            {
                "id": "default" if single else f"truong-hop-{number}",
                "channels": [_channel(one) for one in group],
            }
            for number, group in enumerate(groups, start=1)
        ],
        "confidence": "unverified",
    }
    return {key: value for key, value in found.items() if value not in ("", [], {"number": ""})}


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub("[^a-z0-9]+", "-", "".join(c for c in plain if c.isascii())).strip("-")


def write(source: Path, folder: Path) -> int:
    """Write a workspace of the pages in `source`; return how many publications it holds."""
    by_code: dict[str, list[Line]] = defaultdict(list)
    for row in read(source / "channels.csv"):
        by_code[row["Mã thủ tục"]].append(line(row))
    pages = read(source / "procedures.csv")
    data = folder / "procedures"
    data.mkdir(parents=True, exist_ok=True)
    settings = "kind: settings\ndata: [procedures]\nprofile: full\n"
    (folder / "tthc-rules.yaml").write_text(settings, encoding="utf-8")
    for row in pages:
        code = row["Mã thủ tục"]
        text = json.dumps(publication(row, by_code[code]), ensure_ascii=False, indent=1)
        (data / f"{code}.yaml").write_text(text + "\n", encoding="utf-8")
    return len(pages)


def found(folder: Path, day: date) -> api.CheckResult:
    """Return what the rules say of a workspace."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        settings, problems = api.load_settings(".", {"as_of": day})
        if settings is None:
            raise ValueError(problems)
        return api.check((), settings=settings)
    finally:
        os.chdir(before)


def sample(findings: Sequence[Finding], size: int) -> tuple[Finding, ...]:
    """Return `size` findings spread evenly over all of them, or all where they are fewer."""
    if len(findings) <= size:
        return tuple(findings)
    return tuple(findings[index * len(findings) // size] for index in range(size))


def main() -> None:
    """Import the pages, judge them, print counts and samples."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.portal", description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("--day", type=date.fromisoformat, default=date(2026, 11, 24))
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--sample", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        print(f"{write(options.source, folder)} publications")
        report(found(folder, options.day), options.sample)


def report(result: api.CheckResult, size: int) -> None:
    """Print how many findings and procedures each rule has, then a sample of each."""
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for finding in result.findings:
        by_code[finding.code].append(finding)
    for code, findings in sorted(by_code.items()):
        subjects = {finding.subject for finding in findings}
        print(f"\n{code}: {len(findings)} findings, {len(subjects)} procedures")
        for finding in sample(findings, size):
            print(f"  {finding.subject}  {finding.path}  {sentence(finding.message, 'vi')}")


if __name__ == "__main__":
    main()
