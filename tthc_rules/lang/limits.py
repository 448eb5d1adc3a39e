"""How large a rule may be (giới hạn): beyond these it is refused, never half understood."""

MAX_NODES = 2_000
"""Nodes of one clause's syntax tree."""

MAX_DEPTH = 64
"""Depth of one clause's syntax tree."""

MAX_TEXT = 200_000
"""Code points of one rule file."""

MAX_COMBINATIONS = 4_096
"""Combinations of what the columns of one decision table tell apart."""

MAX_STEPS = 100_000
"""Items visited by quantifiers, aggregates and loops in one evaluation."""

MAX_NESTING = 6
"""Loops of a rule, and quantifiers or aggregates inside one another."""
