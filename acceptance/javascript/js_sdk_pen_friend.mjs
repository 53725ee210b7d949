/**
 * Somebody with matrix-js-sdk talks, end-to-end encrypted, to somebody with matrix-nio: this is the one with matrix-js-sdk.
 *
 * Usage: node js_sdk_pen_friend.mjs BASE_URL MARK
 * The other one is nio_pen_friend.py, to be run at the same time with the same mark; the two meet in the room with the alias
 * #pen-friends-MARK. Prints one line per step that was seen to work; exits with 1 at the first that was not.
 */
import { Person } from "./person.mjs";
import { run } from "./steps.mjs";

await run(async () => {
    const [baseUrl, mark] = process.argv.slice(2);
    const judith = await Person.register(baseUrl, `judith-${mark}`);
    const nils = `@nils-${mark}:${judith.client.getDomain()}`;
    const room = await judith.createEncryptedRoom({ preset: "public_chat", room_alias_name: `pen-friends-${mark}` });
    await judith.sees(room, nils);

    const hello = await judith.say(room, "Hello from matrix-js-sdk — 你好 🐦");
    await judith.seesReceipt(room, nils, hello);
    await judith.seesTyping(room, nils);

    await judith.types(room, true);
    await judith.say(room, "I see you type");
    const answer = await judith.hears(room, "Hello from matrix-nio — 你好 🐦");
    await judith.types(room, false);
    await judith.readsUpTo(answer);

    await judith.sendFile(room);
    await judith.receivesFile(room, nils);

    await judith.say(room, "Goodbye from matrix-js-sdk");
    await judith.hears(room, "Goodbye from matrix-nio");
    judith.close();
});
