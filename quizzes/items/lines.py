"""Items as lines of JSON, for other programs: texts rendered in English."""

import json

from quizzes.items.item import Item


def item_line(item: Item) -> str:
    """One item as one line: ``kind, topic, interaction, stem, options, rationale, sources,
    subjects, difficulty``. The rationale tells the fact, then its background."""
    told = (item.rationale, *((item.background,) if item.background else ()))
    return json.dumps(
        {
            "kind": item.kind,
            "topic": item.topic.value,
            "interaction": item.interaction.value,
            "stem": item.stem.render(),
            "options": [
                {
                    "text": option.text.render(),
                    "is_key": option.is_key,
                    "relation": option.relation.value,
                    "rationale": option.rationale.render(),
                }
                for option in item.options
            ],
            "rationale": " ".join(text.render() for text in told),
            "sources": [{"title": source.title, "url": source.url} for source in item.sources],
            "subjects": list(item.subjects),
            "difficulty": item.difficulty,
        },
        ensure_ascii=False,
    )
