"""Tests about the shipped data."""
