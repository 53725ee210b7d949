package org.hirundo.rest.client.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.push.ListNotifications;
import org.hirundo.domain.json.JsonWriter;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.JsonBytes;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Past notifications ({@code notifications.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class NotificationsResource {

    private final ListNotifications listNotifications;

    @Inject
    public NotificationsResource(ListNotifications listNotifications) {
        this.listNotifications = listNotifications;
    }

    @GET
    @Path("_matrix/client/v3/notifications")
    public JsonBytes list(
            @Context SecurityContext security,
            @QueryParam("from") @Nullable String from,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("only") @Nullable String only) {
        var page = listNotifications.list(new ListNotifications.Wanted(
                Caller.requester(security),
                Query.text(from),
                Query.count("limit", limit),
                Query.text(only).filter("highlight"::equals).isPresent()));
        var json = new JsonWriter().beginObject();
        page.nextToken().ifPresent(token -> json.name("next_token").value(token));
        json.name("notifications").beginArray();
        page.notifications().forEach(notification -> write(json, notification));
        return new JsonBytes(json.endArray().endObject().toBytes());
    }

    private static void write(JsonWriter json, ListNotifications.Notification notification) {
        json.beginObject().name("actions").value(notification.actions().toJson());
        json.name("event").raw(notification.event().bytesWithoutRoom());
        json.name("read").value(notification.read());
        json.name("room_id").value(notification.event().event().roomId().toString());
        json.name("ts").value(notification.timestamp()).endObject();
    }
}
