"""Somebody with matrix-nio talks, end-to-end encrypted, to somebody with matrix-js-sdk: this is the one with matrix-nio.

Usage: nio_pen_friend.py BASE_URL MARK
The other one is js_sdk_pen_friend.mjs, to be run at the same time with the same mark; the two meet in the room with the alias
#pen-friends-MARK. Prints one line per step that was seen to work; exits with 1 at the first that was not.
"""

import sys

from person import Person
from steps import run


async def scenario(base_url, mark):
    nils = await Person.register(base_url, f"nils-{mark}")
    server = nils.id.partition(":")[2]
    judith = f"@judith-{mark}:{server}"
    try:
        room = await nils.join(await nils.resolve(f"#pen-friends-{mark}:{server}"))

        hello = await nils.hears(room, "Hello from matrix-js-sdk — 你好 🐦")
        await nils.reads_up_to(room, hello.event_id)
        await nils.types(room, True)

        await nils.hears(room, "I see you type")
        await nils.types(room, False)
        await nils.sees_typing(room, judith)
        answer = await nils.say(room, "Hello from matrix-nio — 你好 🐦")
        await nils.sees_receipt(judith, answer)

        await nils.receives_file(room, judith)
        await nils.send_file(room)

        await nils.hears(room, "Goodbye from matrix-js-sdk")
        await nils.say(room, "Goodbye from matrix-nio")
    finally:
        await nils.close()


if __name__ == "__main__":
    run(scenario(*sys.argv[1:]))
