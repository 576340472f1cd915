"""The bare project: nothing that Django can do without, and the same tuned SQLite."""

from pathlib import Path

from spacequiz import env

HERE = Path(__file__).resolve().parent

DEBUG = False
SECRET_KEY = env.secret_key("SECRET_KEY", file=HERE / "secret_key")
ALLOWED_HOSTS = ["127.0.0.1"]
PORT = env.integer("PORT", default=8000, lowest=1, highest=65535)
WORKERS = env.integer("WORKERS", default=2, lowest=1, highest=64)
DATABASES = {
    "default": env.database("DATABASE_URL", default=HERE / "bare.sqlite3", relative_to=HERE)
}

INSTALLED_APPS = ["bench.bare"]
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "bench.bare.urls"
# Without DEBUG its loader keeps the templates that it has read.
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
