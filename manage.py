#!/usr/bin/env python
import os
import sys

from django.core.management import execute_from_command_line

from spacequiz.env import load_settings

if __name__ == "__main__":
    load_settings()
    # What is printed is open data: the same bytes whatever the machine's locale.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a file, outside of tests
    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read on, such as `head`, has had enough. Python would complain again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
