package org.hirundo.rest.client.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import org.hirundo.application.filter.GetFilter;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.Sync;
import org.hirundo.application.sync.SyncRequest;
import org.hirundo.application.sync.SyncToken;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.presence.Presence;
import org.hirundo.domain.sync.Filter;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.JsonBytes;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** {@code GET /sync} ({@code sync.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class SyncResource {

    private final Sync sync;
    private final GetFilter getFilter;

    @Inject
    public SyncResource(Sync sync, GetFilter getFilter) {
        this.sync = sync;
        this.getFilter = getFilter;
    }

    @GET
    @Path("_matrix/client/v3/sync")
    @AllowsGuests
    public JsonBytes sync(
            @Context SecurityContext security,
            @QueryParam("since") @Nullable String since,
            @QueryParam("filter") @Nullable String filter,
            @QueryParam("full_state") @Nullable String fullState,
            @QueryParam("timeout") @Nullable String timeout,
            @QueryParam("set_presence") @Nullable String presence,
            @QueryParam("use_state_after") @Nullable String stateAfter,
            @QueryParam("org.matrix.msc4222.use_state_after") @Nullable String unstableStateAfter) {
        var requester = Caller.requester(security);
        var unstable = Query.flag("org.matrix.msc4222.use_state_after", unstableStateAfter);
        var request = new SyncRequest(
                requester,
                Query.text(since).map(SyncToken::parse),
                filter(requester, filter),
                Query.flag("full_state", fullState),
                unstable || Query.flag("use_state_after", stateAfter),
                Duration.ofMillis(Query.count("timeout", timeout).orElse(0)),
                presence(presence));
        return new JsonBytes(
                SyncWriter.write(sync.sync(request), request, unstable).toBytes());
    }

    private Filter filter(Requester requester, @Nullable String filter) {
        return Query.text(filter)
                .map(text -> text.startsWith("{")
                        ? Filter.parse(Query.object("filter", text))
                        : Filter.parse(getFilter.get(requester, requester.user(), text)))
                .orElse(Filter.ALL);
    }

    private static Presence presence(@Nullable String presence) {
        return Query.text(presence)
                .map(name -> Presence.of(name).orElseThrow(() -> new InvalidParam("There is no presence " + name)))
                .orElse(Presence.ONLINE);
    }
}
