"""Two groups: teachers make quizzes and read the facts, curators correct the facts."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

FACTS = (
    "source", "agency", "person", "spacecraft", "station", "site", "mission", "seat", "spacewalk",
)  # fmt: skip

GROUPS = {
    "Teachers": [
        *(f"{action}_quiz" for action in ("view", "add", "change", "delete")),
        *(f"view_{fact}" for fact in FACTS),
    ],
    "Curators": [f"{action}_{fact}" for action in ("view", "add", "change") for fact in FACTS],
}


def make_groups(apps, schema_editor):
    database = schema_editor.connection.alias
    # Django makes permissions after all migrations have run: too late for this one.
    create_permissions(installed.get_app_config("quizzes"), 0, apps=apps, using=database)
    permissions = apps.get_model("auth", "Permission").objects.using(database)
    groups = apps.get_model("auth", "Group").objects.using(database)
    for name, codenames in GROUPS.items():
        group, _ = groups.get_or_create(name=name)
        group.permissions.add(
            *permissions.filter(content_type__app_label="quizzes", codename__in=codenames)
        )


def remove_groups(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    groups.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("quizzes", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, remove_groups)]
