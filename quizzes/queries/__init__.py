"""Reads: from the database to the domain. A module a matter."""
