"""The rule language: text to typed, compiled rules (floor 3). It knows neither law nor YAML."""
