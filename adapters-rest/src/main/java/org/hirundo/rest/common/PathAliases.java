package org.hirundo.rest.common;

import java.util.List;

/**
 * Older names of paths. Every resource is written once, under the path of today's specification; whoever calls it by an older or
 * an unstable prefix reaches it all the same.
 */
final class PathAliases {

    /** An older path: what it begins and ends with, and what it begins with today. */
    private record Alias(String prefix, String suffix, String today) {

        Alias(String prefix, String today) {
            this(prefix, "", today);
        }

        boolean fits(String path) {
            return path.length() >= prefix.length() + suffix.length()
                    && path.startsWith(prefix)
                    && path.endsWith(suffix);
        }

        String today(String path) {
            return today + path.substring(prefix.length(), path.length() - suffix.length());
        }
    }

    /** The first that fits counts. */
    private static final List<Alias> ALIASES = List.of(
            new Alias("/_matrix/client/r0/", "/_matrix/client/v3/"),
            // What clients called before the end-to-end encryption endpoints were specified, and some still do.
            new Alias("/_matrix/client/unstable/keys/", "/_matrix/client/v3/keys/"),
            new Alias("/_matrix/client/unstable/room_keys/", "/_matrix/client/v3/room_keys/"),
            // Relations and threads before they were specified.
            new Alias("/_matrix/client/unstable/rooms/", "/_matrix/client/v1/rooms/"),
            new Alias("/_matrix/client/unstable/org.matrix.msc3856/rooms/", "/_matrix/client/v1/rooms/"),
            new Alias(
                    "/_matrix/client/unstable/im.nheko.summary/rooms/", "/summary", "/_matrix/client/v1/room_summary/"),
            new Alias("/_matrix/client/unstable/im.nheko.summary/summary/", "/_matrix/client/v1/room_summary/"),
            new Alias("/_matrix/client/unstable/org.matrix.msc2946/rooms/", "/_matrix/client/v1/rooms/"),
            new Alias("/_matrix/client/unstable/org.matrix.msc3030/rooms/", "/_matrix/client/v1/rooms/"),
            new Alias("/_matrix/client/unstable/org.matrix.msc3882/login/token", "/_matrix/client/v1/login/get_token"),
            new Alias(
                    "/_matrix/client/unstable/uk.half-shot.msc2666/user/mutual_rooms",
                    "/_matrix/client/v1/mutual_rooms"),
            new Alias("/_matrix/client/unstable/org.matrix.msc4140/rooms/", "/_matrix/client/v3/rooms/"),
            new Alias(
                    "/_matrix/client/unstable/org.matrix.msc4140/delayed_events", "/_matrix/client/v1/delayed_events"),
            new Alias("/_matrix/client/unstable/org.matrix.msc4143/rtc/", "/_matrix/client/v1/rtc/"),
            new Alias("/_matrix/client/unstable/uk.tcpip.msc4133/profile/", "/_matrix/client/v3/profile/"),
            new Alias("/_matrix/client/unstable/uk.timedout.msc4323/admin/", "/_matrix/client/v1/admin/"),
            new Alias("/_matrix/client/unstable/org.matrix.msc3916/media/", "/_matrix/client/v1/media/"),
            // The one media endpoint whose path of today has this prefix.
            new Alias("/_matrix/media/v1/create", "/_matrix/media/v1/create"),
            new Alias("/_matrix/media/r0/", "/_matrix/media/v3/"),
            new Alias("/_matrix/media/v1/", "/_matrix/media/v3/"));

    private PathAliases() {}

    /** The path by which today's specification knows the resource; mostly the same path. */
    static String today(String path) {
        for (var alias : ALIASES) {
            if (alias.fits(path)) {
                return alias.today(path);
            }
        }
        return path;
    }
}
