"""The watch language as JSON Schema, for editors: ``python -m flows.watch.schema > docs/watch.schema.json``."""

import json
import sys

from flows.watch.model import WatchSpec


def published() -> str:
    """The JSON Schema of a watch file, as it stands in docs/watch.schema.json."""
    schema = WatchSpec.model_json_schema(by_alias=True)
    # A watch without a name is called after its file.
    schema["required"] = [key for key in schema["required"] if key != "watch"]
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(published())
