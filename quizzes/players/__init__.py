"""What a player goes by: a call sign that the site makes, and the mission patch drawn from it.
Pure Python."""
