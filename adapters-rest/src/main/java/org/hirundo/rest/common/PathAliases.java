package org.hirundo.rest.common;

import java.util.List;

/**
 * Older names of paths. Every resource is written once, under the path of today's specification; whoever calls it by an older or
 * an unstable prefix reaches it all the same.
 */
final class PathAliases {

    private record Alias(String prefix, String today) {}

    /** The first that fits counts. */
    private static final List<Alias> ALIASES = List.of(
            new Alias("/_matrix/client/r0/", "/_matrix/client/v3/"),
            // What clients called before the end-to-end encryption endpoints were specified, and some still do.
            new Alias("/_matrix/client/unstable/keys/", "/_matrix/client/v3/keys/"),
            new Alias("/_matrix/client/unstable/room_keys/", "/_matrix/client/v3/room_keys/"),
            // Relations and threads before they were specified.
            new Alias("/_matrix/client/unstable/rooms/", "/_matrix/client/v1/rooms/"),
            new Alias("/_matrix/client/unstable/org.matrix.msc3856/rooms/", "/_matrix/client/v1/rooms/"),
            // The one media endpoint whose path of today has this prefix.
            new Alias("/_matrix/media/v1/create", "/_matrix/media/v1/create"),
            new Alias("/_matrix/media/r0/", "/_matrix/media/v3/"),
            new Alias("/_matrix/media/v1/", "/_matrix/media/v3/"));

    private PathAliases() {}

    /** The path by which today's specification knows the resource; mostly the same path. */
    static String today(String path) {
        for (var alias : ALIASES) {
            if (path.startsWith(alias.prefix())) {
                return alias.today() + path.substring(alias.prefix().length());
            }
        }
        return path;
    }
}
