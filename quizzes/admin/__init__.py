"""What teachers and curators see."""
