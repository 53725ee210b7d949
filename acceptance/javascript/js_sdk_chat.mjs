/**
 * Two people talk, end-to-end encrypted, with matrix-js-sdk. Then one of them restores the key backup on another device and
 * reads what was said.
 *
 * Usage: node js_sdk_chat.mjs BASE_URL
 * Prints one line per step that was seen to work; exits with 1 at the first that was not.
 */
import { randomBytes } from "node:crypto";
import { Person } from "./person.mjs";
import { run } from "./steps.mjs";

async function meet(alice, bob) {
    const room = await alice.createEncryptedRoom({ name: "Swallows", preset: "private_chat", invite: [bob.id] });
    await bob.acceptInvite(room);
    await alice.sees(room, bob.id);
    return room;
}

async function talk(alice, bob, room) {
    await alice.say(room, "Hello, Bob");
    const heard = await bob.hears(room, "Hello, Bob");
    await bob.types(room, true);
    await alice.seesTyping(room, bob.id);
    await bob.types(room, false);
    await bob.readsUpTo(heard);
    await alice.seesReceipt(room, bob.id, heard.getId());
    await bob.say(room, "Hello, Alice — 你好 🐦");
    await alice.hears(room, "Hello, Alice — 你好 🐦");
}

async function restore(baseUrl, alice, room, recoveryKey) {
    await alice.keysAreBackedUp(2); // what she said, and what Bob said
    const other = await alice.onAnotherDevice(baseUrl, recoveryKey);
    await other.restoreKeys();
    await other.hears(room, "Hello, Bob");
    await other.hears(room, "Hello, Alice — 你好 🐦");
    other.close();
}

await run(async () => {
    const [baseUrl] = process.argv.slice(2);
    const mark = randomBytes(4).toString("hex");
    const alice = await Person.register(baseUrl, `alice-${mark}`);
    const bob = await Person.register(baseUrl, `bob-${mark}`);
    const recoveryKey = await alice.setUpKeyBackup();
    const room = await meet(alice, bob);
    await talk(alice, bob, room);
    await alice.sendFile(room);
    await bob.receivesFile(room, alice.id);
    await restore(baseUrl, alice, room, recoveryKey);
    alice.close();
    bob.close();
});
