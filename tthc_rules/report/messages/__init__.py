"""All sentences of the product, by key (thông điệp).

One module a room, each with a `TABLE` of `key -> Entry(vi, en)`.
"""
