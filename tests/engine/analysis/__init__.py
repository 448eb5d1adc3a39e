"""Tests of the analysis of rules and norms."""
