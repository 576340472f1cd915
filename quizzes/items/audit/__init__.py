"""Proving items: every kind, every subject, every interaction, every rule; and what guessing would
be worth.

The auditor knows no kind. It proves each item again by calling ``holds`` on all that it offers.
"""
