"""What can be proved about rules and norms before anything is configured (phân tích).

`rules` asks whether a rule is dead, vacuous, covered by another or contradicts one; `norms`
looks for gaps in time and domain, `links` for circles and unfilled delegations, `endings` for
citations whose texts end soon.
"""
