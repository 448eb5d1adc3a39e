"""The law functions by topic (hàm pháp luật): what rules may ask beside the fields they read.

Each module declares the records it answers with, the functions with both their names, and
binds them to the law of one day. A new topic is a module and one line here.
"""

from __future__ import annotations

from typing import Final

from tthc_rules.engine.functions import (
    calendars,
    catalogues,
    components,
    cuts,
    decisions,
    identities,
    instruments,
    money,
    paths,
    payments,
    publications,
    reception,
    roles,
    routes,
    statuses,
    systems,
    texts,
    time_limits,
    waivers,
)
from tthc_rules.engine.functions.topic import Topic

TOPICS: Final[tuple[Topic, ...]] = (
    calendars.TOPIC,
    catalogues.TOPIC,
    components.TOPIC,
    cuts.TOPIC,
    decisions.TOPIC,
    identities.TOPIC,
    instruments.TOPIC,
    money.TOPIC,
    paths.TOPIC,
    payments.TOPIC,
    publications.TOPIC,
    reception.TOPIC,
    roles.TOPIC,
    routes.TOPIC,
    statuses.TOPIC,
    systems.TOPIC,
    texts.TOPIC,
    time_limits.TOPIC,
    waivers.TOPIC,
)
"""Every topic, in the order of the alphabet."""
