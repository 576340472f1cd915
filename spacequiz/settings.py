"""Django's settings. What differs from place to place comes from the environment: see README.md."""

from pathlib import Path

from csp.constants import NONE, SELF

from spacequiz import env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

DEBUG = env.boolean("DEBUG", default=False)
SECRET_KEY = env.secret_key("SECRET_KEY", file=VAR_DIR / "secret_key")
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
PORT = env.integer("PORT", default=8000, lowest=1, highest=65535)
WORKERS = env.integer("WORKERS", default=2, lowest=1, highest=64)
HTTPS = env.boolean("HTTPS", default=False)
DATABASES = {
    "default": env.database(
        "DATABASE_URL", default=VAR_DIR / "spacequiz.sqlite3", relative_to=BASE_DIR
    )
}

INSTALLED_APPS = [
    "quizzes.apps.QuizzesConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
]

# Every student's every answer passes through all of these: a new one needs a reason.
MIDDLEWARE = [
    # HTTPS redirect, HSTS, nosniff, referrer and opener policy
    "django.middleware.security.SecurityMiddleware",
    # static files, which need nothing of what follows
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # these two only add headers; up here, so that a refusal by any of the following has them too
    "spacequiz.middleware.PolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # the reader's language, for refusals too
    "spacequiz.middleware.LanguageMiddleware",
    # 413 before anything reads the body
    "spacequiz.middleware.BodyLimitMiddleware",
    # pages shrink to a third; padded at random against BREACH
    "django.middleware.gzip.GZipMiddleware",
    # teachers' logins; nothing is read or written for a visitor without a session cookie
    "spacequiz.middleware.AdminSessionMiddleware",
    # ALLOWED_HOSTS is enforced here; a missing final slash is added
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    # `request.user`, lazily, and the admin's messages: the admin requires both
    "spacequiz.middleware.AdminAuthenticationMiddleware",
    "spacequiz.middleware.AdminMessageMiddleware",
]

ROOT_URLCONF = "spacequiz.urls"
WSGI_APPLICATION = "spacequiz.wsgi.application"

TEMPLATES = [
    # Students' pages; the admin's are Django's.
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates" / "pages"],
        "OPTIONS": {
            "environment": "quizzes.jinja.environment",
            "context_processors": ["quizzes.jinja.messages"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            # The admin requires these three.
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Facts -----------------------------------------------------------------------------------

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
SERIALIZATION_MODULES = {"json": "quizzes.serializers"}

# --- Language and time -----------------------------------------------------------------------

LANGUAGE_CODE = "en"
# Each by its own name: who looks for one may not read any other. docs/languages.md says how to
# add one.
LANGUAGES = [
    ("en", "English"),
    ("es", "Español"),
    ("ru", "Русский"),
]
LANGUAGE_COOKIE_NAME = "spacequiz_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

# --- Static files ----------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Bundled, named by content, so cached for ever; compressed once, when collected.
    "staticfiles": {"BACKEND": "quizzes.staticfiles.BundlingStorage"},
}

# --- Security --------------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# No inline script or style anywhere, the admin included.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# A student's request is a few hundred bytes; a teacher's form with many rows more.
BODY_LIMIT = 64 * 1024
ADMIN_BODY_LIMIT = 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = ADMIN_BODY_LIMIT

LOGIN_REDIRECT_URL = "admin:index"
# Teachers sign in on computers of the classroom. A browser that brings back its tabs brings back
# such cookies too, so the server ends the session with the day.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 60 * 60

CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "quizzes.views.errors.csrf_failure"

if HTTPS:
    # Set by the proxy in front, which must overwrite what a client sends.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    LANGUAGE_COOKIE_SECURE = True
    # For a proxy that does not pass on the host: then the origin alone tells it.
    CSRF_TRUSTED_ORIGINS = [
        f"https://{'*' if host.startswith('.') else ''}{host}" for host in ALLOWED_HOSTS
    ]
else:
    # On one's own machine there is no HTTPS, and these would lock everyone out: HSTS, the
    # redirect, and the Secure flag of the two cookies. HTTPS=1 turns all four on.
    SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W010", "security.W016"]

# --- Logging ---------------------------------------------------------------------------------

# To stderr. Django's messages name the path of a request, never its query or its body, and its
# mail with both to the administrators is off.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
