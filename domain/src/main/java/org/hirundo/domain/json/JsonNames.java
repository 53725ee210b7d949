package org.hirundo.domain.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/**
 * The names that Matrix has for members. They are in nearly every document, so all documents share them: a quarter of what
 * an event takes in memory is saved so.
 */
final class JsonNames {

    private static final int SLOTS = 1024;

    private static final @Nullable String[] KNOWN = new String[SLOTS];

    static {
        for (var name : new String[] {
            "type",
            "content",
            "sender",
            "room_id",
            "event_id",
            "state_key",
            "origin_server_ts",
            "depth",
            "prev_events",
            "auth_events",
            "hashes",
            "sha256",
            "signatures",
            "unsigned",
            "redacts",
            "origin",
            "age",
            "age_ts",
            "membership",
            "displayname",
            "avatar_url",
            "reason",
            "is_direct",
            "third_party_invite",
            "signed",
            "join_authorised_via_users_server",
            "join_rule",
            "allow",
            "history_visibility",
            "guest_access",
            "creator",
            "room_version",
            "predecessor",
            "m.federate",
            "users",
            "users_default",
            "events",
            "events_default",
            "state_default",
            "ban",
            "kick",
            "invite",
            "redact",
            "notifications",
            "name",
            "topic",
            "alias",
            "alt_aliases",
            "algorithm",
            "body",
            "msgtype",
            "format",
            "formatted_body",
            "url",
            "info",
            "file",
            "mimetype",
            "size",
            "w",
            "h",
            "duration",
            "thumbnail_url",
            "thumbnail_info",
            "m.relates_to",
            "rel_type",
            "m.in_reply_to",
            "key",
            "is_falling_back",
            "m.new_content",
            "m.mentions",
            "user_ids",
            "room",
            "ciphertext",
            "sender_key",
            "session_id",
            "device_id",
            "user_id",
            "keys",
            "algorithms",
            "one_time_keys",
            "device_keys",
            "fallback",
            "transaction_id",
            "prev_content",
            "replaces_state",
            "prev_sender",
            "ts",
            "thread_id",
            "via",
            "pdus",
            "edus",
            "edu_type",
            "method",
            "uri",
            "destination",
        }) {
            var ascii = name.getBytes(ISO_8859_1);
            int slot = slot(ascii, 0, ascii.length);
            if (KNOWN[slot] == null) {
                KNOWN[slot] = name;
            }
        }
    }

    private JsonNames() {}

    /** The name that these ASCII characters are. */
    static String name(byte[] bytes, int from, int to) {
        if (from < to) {
            var known = KNOWN[slot(bytes, from, to)];
            if (known != null && is(known, bytes, from, to)) {
                return known;
            }
        }
        return new String(bytes, from, to - from, ISO_8859_1);
    }

    private static int slot(byte[] bytes, int from, int to) {
        int middle = bytes[(from + to) >>> 1];
        return (31 * (31 * (31 * bytes[from] + middle) + bytes[to - 1]) + (to - from)) & (SLOTS - 1);
    }

    private static boolean is(String known, byte[] bytes, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (known.charAt(at - from) != bytes[at]) {
                return false;
            }
        }
        return true;
    }
}
