"""What the pages of flights, people, agencies and stations say, and who says so.

Every statement comes from the fact base, so what nobody says, or sources dispute, is not there to
be shown. It is said then that it is not known, or that sources disagree.
"""
