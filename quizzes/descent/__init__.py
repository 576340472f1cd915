"""Every attempt is a descent: a Soyuz comes home, and each response steers it or leaves it to the
wind. What is drawn of it, and what is said of it in words. Pure Python."""
