package org.hirundo.bootstrap.http;

/**
 * Somebody with an account on the server, signed in.
 *
 * @param client calls as that user
 */
record Account(String user, String device, Client client) {

    /** A room of this user's that everybody may join. */
    String createRoom() {
        return client.post("/_matrix/client/v3/createRoom", "{\"preset\":\"public_chat\"}")
                .is(200)
                .json()
                .string("room_id")
                .orElseThrow();
    }

    /** A message of this user's in the room. */
    String say(String room, String text) {
        return client.put(
                        "/_matrix/client/v3/rooms/" + room + "/send/m.room.message/"
                                + Integer.toHexString(text.hashCode()),
                        "{\"msgtype\":\"m.text\",\"body\":\"" + text + "\"}")
                .is(200)
                .json()
                .string("event_id")
                .orElseThrow();
    }
}
