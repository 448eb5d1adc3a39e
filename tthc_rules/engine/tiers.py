"""How much each kind of error matters (bậc ưu tiên): the tiers of the catalogue of rules.

Tier 1 was seen in real configurations and harms citizens or officers at once; tier 2 breaks a
provision; tier 3 is care. The catalogue is wider than the rules that are built: what a schema
or a check already states has its tier too.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_NAMES: Final[Mapping[int, Mapping[str, str]]] = {
    1: {
        "fee": (
            "above-law conflict issuer-not-competent kind-missing no-basis thousands-lost "
            "zero-against-law zero-by-default"
        ),
        "identity": "closed-agency-code district-body malformed-code unknown-procedure",
        "instrument": (
            "ends-soon issuer-not-competent not-in-force plan-is-no-basis unresolved-citation"
        ),
        "local": "no-system",
        "online": (
            "declared-not-submittable eligible-not-provided full-with-presence "
            "partial-without-reason"
        ),
        "payment": "no-beneficiary-account no-online-payment",
        "publication": "configuration-drift part-missing",
        "reception": "own-commune-only",
        "role": "return-permission-missing",
        "route": (
            "dead-end differs-from-approved no-handover-to-department "
            "no-handover-to-peoples-committee result-not-to-receiver"
        ),
        "supplement": "more-than-twice",
        "system": "cut-before-ready no-system not-synchronised two-systems",
        "time-limit": (
            "case-missing differs-by-channel local-cut-not-applied longer-than-law "
            "steps-exceed-total unit-missing"
        ),
        "waiver": "beyond-competence digital-citizen-not-configured not-applied",
        "withdrawal": "no-transition",
    },
    2: {
        "calendar": (
            "culture-day-made-up culture-day-missing make-up-missing unpaired-swap "
            "wrong-holiday-count year-not-covered"
        ),
        "component": (
            "abolished-paper available-in-database copies-missing form-missing no-basis "
            "original-without-basis outdated-form-number"
        ),
        "delay": "no-apology-step reappointed-twice",
        "digitisation": "after-transfer",
        "fee": (
            "disclosure-incomplete foreign-currency free-contradicts-note online-dearer "
            "outside-old-area tariff-of-wrong-issuer window-ended"
        ),
        "identity": (
            "code-of-wrong-period duplicate-code name-contains-code "
            "name-differs-from-publication name-level-mismatch renamed-body"
        ),
        "instrument": (
            "key-without-issuer malformed-number of-another-province publisher-mismatch "
            "replaced-text"
        ),
        "interlinked": "birth-chain-too-long group-without-decision household-business-not-linked",
        "local": "benefit-lost no-online without-mandate",
        "online": (
            "full-with-paper level-changed-without-act no-electronic-form reason-without-law "
            "signature-not-accepted technical-reason-stale"
        ),
        "payment": "account-kind account-of-abolished-body invoice-system-missing",
        "publication": (
            "abolished-still-served drift guidance-differs late local-list-incomplete "
            "local-procedure-incomplete"
        ),
        "reception": (
            "centre-missing channel-not-published clock-starts-at-click exempt-without-decision "
            "late-acknowledgement proxy-refused stopped-without-ground"
        ),
        "result": "form-differs no-electronic-result not-kept-for-reuse not-stated postal-missing",
        "role": (
            "lists-hidden-from-province signer-without-signature step-without-role "
            "supplement-by-handler"
        ),
        "route": (
            "authority-not-deciding body-not-existing consultation-without-term cycle "
            "no-approval no-lead-agency owner-missing transfer-late unreachable-step"
        ),
        "status": "done-not-synchronised map-not-total notice-incomplete",
        "supplement": "beyond-list effect-undeclared late-request more-than-once reason-missing",
        "system": "field-split missing-connection shared-list-differs unknown",
        "text": "eth invisible not-nfc",
        "time-limit": (
            "cut-not-in-workflow experimental-ended lengthened-locally not-stated online-longer "
            "receipt-not-the-live-value same-day-without-cutoff step-without-duration "
            "unit-kind-changed units-mixed-in-route"
        ),
        "waiver": "base-replaced ended share-confused-with-cut stacked",
        "withdrawal": "after-decision no-outcome return-without-form stop-without-notice",
    },
    3: {
        "delay": "cause-unrecorded",
        "digitisation": "certification-scope-undeclared class-missing result-not-in-force",
        "fee": (
            "differs-by-channel district-column-used not-in-national-list "
            "percentage-without-base share-kept-of-charge"
        ),
        "identity": "foreign-result-code malformed-dossier-number territory-name-outdated",
        "index": "not-measurable",
        "instrument": "force-too-early repealed-provision",
        "interlinked": "chain-not-connected",
        "online": "building-permit-partial proactive-level-invalid retired-level",
        "payment": "account-shared zero-without-receipt",
        "reception": "hours-undeclared kiosk-without-identity one-level-model",
        "result": "early-without-notice",
        "role": "administrator-missing signing-without-delegation single-signer unknown",
        "route": "one-agency-called-interlinked unsound-parallel",
        "system": "no-support-contact stop-without-notice vendor-administrator",
        "text": "double-space",
        "time-limit": (
            "implausible note-contradicts odd-step-length phase-sum-differs "
            "remote-area-as-channel steps-below-total"
        ),
        "waiver": (
            "channel-too-wide limit-missing statutory-group-unmentioned support-as-waiver "
            "wrong-reference-date"
        ),
    },
}

TIERS: Final[Mapping[str, int]] = MappingProxyType(
    {
        f"{topic}/{name}": tier
        for tier, topics in _NAMES.items()
        for topic, names in topics.items()
        for name in names.split()
    }
)
"""The tier of each entry of the catalogue, by id: 1, 2 or 3."""
