"""What teachers and curators work in: a module a model family.

Papers, attempts and responses are never edited, so they are not here.
"""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from quizzes.admin import facts, quizzes

__all__ = ["facts", "quizzes"]

admin.site.site_title = _("SpaceQuiz")
admin.site.site_header = _("SpaceQuiz")
admin.site.index_title = _("Quizzes and facts")
# The first page lists all that there is; a list beside every other page only takes their room.
admin.site.enable_nav_sidebar = False
