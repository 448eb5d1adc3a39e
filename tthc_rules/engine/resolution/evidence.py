"""What was announced, held against what the law gives (đối chiếu bản công bố), rule 12."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tthc_rules.engine.resolution.amounts import Amount, amount_of
from tthc_rules.engine.resolution.outcome import Fault, Irregularity
from tthc_rules.engine.resolution.scene import Scene
from tthc_rules.model.law import PublicationEvidence


def drift(
    scene: Scene, publications: Iterable[PublicationEvidence], amounts: Sequence[Amount]
) -> list[Irregularity]:
    """Return what was announced and is not the answer.

    Args:
        scene: The possibility.
        publications: Those about the procedure and attribute asked for.
        amounts: The answer; empty for a gap; several, a conflict, are held against nothing.
    """
    if len(amounts) > 1:
        return []
    found = []
    for item in publications:
        if not _speaks(scene, item):
            continue
        if not amounts:
            fault = Fault.PUBLICATION_WITHOUT_NORM
        elif amount_of(item.value) != amounts[0]:
            fault = Fault.PUBLICATION_DRIFT
        else:
            continue
        found.append(Irregularity(fault, publications=frozenset({item.key})))
    return found


def _speaks(scene: Scene, item: PublicationEvidence) -> bool:
    known_on = scene.register.known_on
    if known_on is not None and item.recorded is not None and item.recorded > known_on:
        return False
    facts = scene.possibility.facts
    return (
        scene.today is not None
        and item.validity.covers(scene.today)
        and (item.channel is None or facts.get("channel") == item.channel)
        and (item.case is None or facts.get("case") == item.case)
        and (item.territory is None or item.territory in scene.path)
    )
