"""What scenarios are made of: steps that were seen to work, one line each, and the first that was not."""

import asyncio
import logging
import sys


class StepFailed(Exception):
    """A step did not do what a user expects of it."""


def seen(step):
    print(f"ok  {step}", flush=True)


def check(step, condition, detail=""):
    if not condition:
        raise StepFailed(f"{step}: {detail}")
    seen(step)


def run(scenario):
    """Runs a scenario; the process ends with 1 if one of its steps failed."""
    logging.getLogger("nio").setLevel(logging.ERROR)  # It warns of things that it then mends itself.
    try:
        asyncio.run(scenario)
    except StepFailed as failed:
        print(f"FAILED  {failed}", flush=True)
        sys.exit(1)
