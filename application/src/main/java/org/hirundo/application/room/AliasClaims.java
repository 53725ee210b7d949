package org.hirundo.application.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.directory.DirectoryStore.AliasEntry;
import org.hirundo.domain.id.RoomAlias;

/**
 * Gives aliases to rooms, each to one, and to a new room only once it is there: so nobody finds an alias of a room that does not
 * exist, and of two new rooms that want the same one is never created.
 */
@Singleton
public final class AliasClaims {

    private final Set<RoomAlias> claimed = ConcurrentHashMap.newKeySet();
    private final DirectoryStore directory;

    @Inject
    public AliasClaims(DirectoryStore directory) {
        this.directory = directory;
    }

    /**
     * Does what must come first, and then lets the alias point to the room. Meanwhile nobody else can have the alias. When the
     * work fails the alias is free again. Several servers on one database do not know each other's claims: there the work may be
     * done and the alias another's.
     *
     * @return false when the alias is taken or about to be; nothing is done then
     */
    public boolean give(AliasEntry entry, Runnable first) {
        if (!claimed.add(entry.alias())) {
            return false;
        }
        try {
            if (directory.find(entry.alias()).isPresent()) {
                return false;
            }
            first.run();
            return directory.add(entry);
        } finally {
            claimed.remove(entry.alias());
        }
    }
}
