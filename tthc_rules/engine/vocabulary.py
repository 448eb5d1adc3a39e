"""The words a rule may use (từ vựng): made from the schemas, plus what the law answers.

Records, fields and values come from the blueprint, each with its two spellings. The law
functions are declared here, beside the records they return; what they do is in `law`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from tthc_rules.engine import blueprint
from tthc_rules.engine.blueprint import EFFECTIVE, Blueprint
from tthc_rules.engine.functions import TOPICS
from tthc_rules.lang.vocabulary import (
    BOOLEAN,
    DATE,
    INTEGER,
    MONEY,
    RATE,
    TEXT,
    TIME_LIMIT,
    Collection,
    Enumeration,
    EnumType,
    EnumValue,
    Field,
    Function,
    Kind,
    ListOf,
    Record,
    RecordType,
    Scalar,
    Type,
    Vocabulary,
)
from tthc_rules.model.text import Text

_SCALARS: Final = MappingProxyType(
    {
        "text": TEXT,
        "code": TEXT,
        "expression": TEXT,
        "money": MONEY,
        "time-limit": TIME_LIMIT,
        "rate": RATE,
        "quantity": Scalar(Kind.QUANTITY),
        "date": DATE,
        "boolean": BOOLEAN,
        "integer": INTEGER,
    }
)

CITATION_USE: Final = "CitationUse"
BODY_USE: Final = "BodyUse"
CODE_USE: Final = "CodeUse"

_ANSWERS: Final = (
    RecordType(
        "TimeLimitByLaw",
        (
            Field("value", "giá_trị", TIME_LIMIT),
            Field("instrument", "văn_bản", TEXT),
            Field("is_local", "của_địa_phương", BOOLEAN),
        ),
        stands_for="value",
    ),
    RecordType(
        CITATION_USE,
        (
            Field("instrument", "văn_bản", TEXT),
            Field("issuer", "cơ_quan_ban_hành", TEXT, optional=True),
            Field("at", "điều_khoản", TEXT, optional=True),
            Field("historical", "lịch_sử", BOOLEAN, optional=True),
            Field("procedure", "của_thủ_tục", TEXT, optional=True),
            Field("territory", "của_địa_bàn", TEXT, optional=True),
            Field("supports", "chỗ_dựa_của", Enumeration("supports")),
        ),
    ),
    RecordType(
        CODE_USE,
        (
            Field("code", "mã", TEXT),
            Field("role", "loại_mã", Enumeration("code_role")),
            Field("until", "đến_trước_ngày", DATE, optional=True),
        ),
    ),
    RecordType(
        "InstrumentInForce",
        (
            Field("number", "số_hiệu", TEXT),
            Field("in_force", "còn_hiệu_lực", BOOLEAN),
            Field("ends_soon", "sắp_hết_hiệu_lực", BOOLEAN),
            Field("has_successor", "có_văn_bản_nối_tiếp", BOOLEAN),
            Field("period", "thời_gian_hiệu_lực", TEXT),
            Field("day", "ngày_xét", DATE),
        ),
    ),
    RecordType(
        "FeeByLaw",
        (
            Field("configured", "mức_cấu_hình", TEXT),
            Field("due", "mức_phải_nộp", TEXT),
            Field("instrument", "văn_bản", TEXT),
            Field("situation", "tình_huống", TEXT),
            Field("is_over", "thu_thừa", BOOLEAN),
            Field("is_under", "thu_thiếu", BOOLEAN),
            Field("is_waived", "được_miễn_giảm", BOOLEAN),
            Field("only_digital", "chỉ_với_công_dân_số", BOOLEAN),
        ),
    ),
    RecordType(
        "NormConflict",
        (
            Field("found", "có_xung_đột", BOOLEAN),
            Field("texts", "các_văn_bản", TEXT),
            Field("value", "kết_quả", TEXT),
            Field("channel", "kênh", TEXT),
            Field("situation", "tình_huống", TEXT),
        ),
    ),
    RecordType(
        BODY_USE,
        (
            Field("name", "tên", TEXT),
            Field("is_district", "là_cấp_huyện", BOOLEAN),
            Field("in_words", "nêu_bằng_chữ", BOOLEAN),
        ),
    ),
)

_CONFIGURATION = Record(EFFECTIVE)
_CASE = Record("Case")
_CHANNEL = Record("Channel")

_FUNCTIONS: Final = (
    Function(
        "time_limit_by_law",
        "thời_hạn_theo_luật",
        (_CONFIGURATION, _CASE, _CHANNEL),
        Record("TimeLimitByLaw"),
    ),
    Function(
        "national_time_limit",
        "thời_hạn_chung_theo_luật",
        (Record("procedure"), _CASE, _CHANNEL),
        Record("TimeLimitByLaw"),
    ),
    Function("running_systems", "hệ_thống_đang_chạy", (_CONFIGURATION,), ListOf(TEXT)),
    Function(
        "instrument", "văn_bản_được_dẫn", (Record(CITATION_USE),), Record("InstrumentInForce")
    ),
    Function(
        "fee_by_law",
        "mức_thu_theo_luật",
        (_CONFIGURATION, _CASE, _CHANNEL, Record("Fee")),
        Record("FeeByLaw"),
    ),
    Function(
        "conflict_of",
        "xung_đột_của",
        (Record("instrument"), Record("Norm")),
        Record("NormConflict"),
    ),
    Function("is_unit_unstated", "thiếu_đơn_vị", (TIME_LIMIT,), BOOLEAN, may_be_unknown=False),
)

_COLLECTIONS: Final = (
    Collection("configuration", "cấu_hình", EFFECTIVE),
    Collection("publication", "công_bố", "procedure"),
    Collection("instrument", "văn_bản", "instrument"),
    Collection("agency", "cơ_quan", "AgencyItem"),
    Collection("system", "hệ_thống", "SystemItem"),
    Collection("calendar", "lịch", "calendar"),
    Collection("fee_line", "khoản_phải_nộp", "Fee"),
    Collection("citation", "căn_cứ", CITATION_USE),
    Collection("body", "cơ_quan_được_nêu", BODY_USE),
    Collection("code", "mã_được_dùng", CODE_USE),
)

_PATH_VERDICT = EnumType(
    "path_verdict",
    (
        EnumValue("exceeds", "vượt"),
        EnumValue("equal", "bằng"),
        EnumValue("below", "dưới"),
    ),
)

_SUPPORTS = EnumType(
    "supports",
    (
        EnumValue("time-limit", "thời_hạn"),
        EnumValue("fee", "mức_thu"),
        EnumValue("waiver", "miễn_giảm"),
        EnumValue("other", "việc_khác"),
    ),
)

_CODE_ROLE = EnumType(
    "code_role",
    (
        EnumValue("procedure", "thủ_tục"),
        EnumValue("result", "kết_quả"),
        EnumValue("agency", "cơ_quan"),
    ),
)


def vocabulary(source: Blueprint) -> Vocabulary:
    """Return the vocabulary of rules over the kinds of data that `source` describes."""
    enums = {one.name: one for one in (_PATH_VERDICT, _SUPPORTS, _CODE_ROLE)}
    called = {
        record.name: Text(record.title.lower(), record.english)
        for record in source.records.values()
    }
    answers = (*_ANSWERS, *(record for topic in TOPICS for record in topic.records))
    functions = (*_FUNCTIONS, *(one for topic in TOPICS for one in topic.functions))
    records = {record.name: record for record in answers}
    for record in source.records.values():
        records[record.name] = RecordType(
            record.name,
            tuple(
                Field(
                    field.key,
                    field.word,
                    _type(field.type, enums),
                    optional=not field.required,
                    least=field.least,
                )
                for field in record.fields
            ),
        )
    return Vocabulary(records, enums, _COLLECTIONS, functions, called)


def _type(type_: blueprint.FieldType, enums: dict[str, EnumType]) -> Type:
    match type_:
        case blueprint.Scalar(name):
            return _SCALARS[name]
        case blueprint.Enumeration(name, values):
            enums[name] = EnumType(name, tuple(EnumValue(*value) for value in values))
            return Enumeration(name)
        case blueprint.RecordOf(name):
            return Record(name)
        case blueprint.ListOf(item):
            return ListOf(_type(item, enums))
