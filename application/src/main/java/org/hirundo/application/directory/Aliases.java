package org.hirundo.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.appservice.ServiceQueries;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.directory.DirectoryStore.AliasEntry;
import org.hirundo.domain.error.BadAlias;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.CanonicalAliases;

/** Which rooms aliases point to. */
@Singleton
public final class Aliases {

    private final DirectoryStore directory;
    private final ServiceQueries services;

    @Inject
    public Aliases(DirectoryStore directory, ServiceQueries services) {
        this.directory = directory;
        this.services = services;
    }

    /** The room that the alias points to, if there is such an alias. */
    public Optional<RoomId> find(RoomAlias alias) {
        return directory.find(alias).map(AliasEntry::room);
    }

    /**
     * The room that the reference names; one that is named by its id need not exist. An application service may make an alias of
     * its namespace while it is looked for.
     *
     * @throws NotFound when there is no such alias
     */
    public RoomId resolve(RoomReference reference) {
        return switch (reference) {
            case RoomReference.ById(RoomId room) -> room;
            case RoomReference.ByAlias(RoomAlias alias) ->
                find(alias)
                        .or(() -> services.seek(alias) ? find(alias) : Optional.empty())
                        .orElseThrow(() -> new NotFound("Room alias " + alias + " not found."));
        };
    }

    /**
     * Checks the aliases that a canonical alias event lists and the one before it did not.
     *
     * @throws InvalidParam when one of them is no alias
     * @throws BadAlias when one of them does not point to the room
     */
    public void checkCanonical(RoomId room, JsonObject content, Optional<JsonObject> before) {
        var added = new HashSet<>(new CanonicalAliases(content).listed());
        added.removeAll(
                before.map(CanonicalAliases::new).map(CanonicalAliases::listed).orElse(Set.of()));
        for (var text : added) {
            if (!find(parse(text)).equals(Optional.of(room))) {
                throw new BadAlias("The alias '" + text + "' does not point to this room.");
            }
        }
    }

    private static RoomAlias parse(String text) {
        try {
            return RoomAlias.parse(text);
        } catch (MalformedIdentifier malformed) {
            throw new InvalidParam("Not a room alias: " + text);
        }
    }
}
