package org.hirundo.application.space;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.directory.Aliases;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;

/**
 * Says what a room shows of itself, also to those who do not say who they are.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1room_summaryroomidoralias">GET
 *     /room_summary</a>
 */
@Singleton
public final class SummariseRoom {

    private final Aliases aliases;
    private final RoomPreviews previews;
    private final RateLimiter limits;

    @Inject
    SummariseRoom(Aliases aliases, RoomPreviews previews, RateLimiter limits) {
        this.aliases = aliases;
        this.previews = previews;
        this.limits = limits;
    }

    /** Who wants to know what, and from where they ask. */
    public record Wanted(Optional<Requester> requester, String address, RoomReference room) {}

    /**
     * The room's summary.
     *
     * @throws NotFound when there is no such room, or it is not for the requester to see; nobody learns which
     */
    public RoomPreview summarise(Wanted wanted) {
        wanted.requester()
                .ifPresentOrElse(
                        requester -> limits.spend(requester, Cost.SEARCH),
                        () -> limits.spendFrom(wanted.address(), Cost.SEARCH));
        var reader = wanted.requester()
                .map(requester -> previews.reader(requester.user()))
                .orElse(RoomPreviews.Reader.ANYBODY);
        return previews.find(reader, aliases.resolve(wanted.room())).orElseThrow(() -> new NotFound("Room not found."));
    }
}
