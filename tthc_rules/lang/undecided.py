"""What a law function raises when the law or the facts give no answer (chưa kết luận được)."""

from __future__ import annotations

from tthc_rules.diagnostics import Message


class Undecided(Exception):  # noqa: N818 - a state of knowledge, not an error
    """No value can be given; `reason` says why, for the receipt and the user."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.key)
        self.reason = reason

    def __reduce__(self) -> tuple[type[Undecided], tuple[Message]]:
        return type(self), (self.reason,)


class Gap(Undecided):
    """The law sets nothing (thiếu quy định): the one reason that a rule may ask about."""
