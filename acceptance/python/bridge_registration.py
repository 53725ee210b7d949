"""Writes the registration of the bridge, with a port of this machine that nobody uses.

Usage: bridge_registration.py FILE
What it writes is JSON, which is YAML too.
"""

import json
import secrets
import socket
import sys


def registration():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return {
        "id": "mautrix",
        "url": f"http://127.0.0.1:{port}",
        "as_token": secrets.token_urlsafe(32),
        "hs_token": secrets.token_urlsafe(32),
        "sender_localpart": "mautrixbot",
        "rate_limited": False,
        "receive_ephemeral": True,
        "namespaces": {
            "users": [{"exclusive": True, "regex": "@mautrix_.*"}],
            "aliases": [{"exclusive": True, "regex": "#mautrix_.*"}],
        },
    }


if __name__ == "__main__":
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(registration(), file)
