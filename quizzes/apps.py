from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    name = "quizzes"
    verbose_name = "SpaceQuiz"

    def ready(self) -> None:
        from quizzes.labels import translate_labels

        translate_labels(self.get_models())
