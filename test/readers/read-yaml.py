"""Reads documents, JSON strings one a line, as cloud-init does, and writes what it read as JSON, one a line."""

import json
import sys

import yaml


def shown(value):
    """Data as JSON; what JSON does not have is told apart."""
    if isinstance(value, dict):
        if all(isinstance(key, str) for key in value):
            return {key: shown(member) for key, member in value.items()}
        return {f"{type(key).__name__} {key!r}": shown(member) for key, member in value.items()}
    if isinstance(value, list):
        return [shown(item) for item in value]
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float) and value == value and abs(value) != float("inf"):
        return value
    return {"type": type(value).__name__, "value": repr(value)}


def attempt(data):
    """Data as JSON; nothing of what contains itself."""
    try:
        return shown(data)
    except RecursionError:
        return None


print(f"{yaml.__version__}, Python {sys.version_info.major}.{sys.version_info.minor}")
for line in sys.stdin:
    try:
        data = yaml.load(json.loads(line), Loader=yaml.SafeLoader)
        print(json.dumps({"value": attempt(data), "type": type(data).__name__}))
    except Exception as error:  # cloud-init goes on without the text, whatever it is
        print(json.dumps({"error": f"{type(error).__name__}: {error}"}))
