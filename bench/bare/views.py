from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from bench.bare.models import Reading, Word


def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Read one row, insert one row, render a small template."""
    word = Word.objects.get(pk=pk)
    reading = Reading.objects.create(text=word.text, read_at=timezone.now())
    return render(request, "word.html", {"word": word, "reading": reading})
