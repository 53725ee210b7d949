package org.hirundo.rest.client.receipt;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.receipt.SendReceipt;
import org.hirundo.application.request.Body;
import org.hirundo.application.typing.SendTyping;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.receipt.ReceiptThread;
import org.hirundo.domain.receipt.ReceiptType;
import org.hirundo.domain.typing.TypingRequest;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;

/** Who reads and who types ({@code receipts.yaml}, {@code read_markers.yaml}, {@code typing.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class ReceiptResource {

    private static final String FULLY_READ = "m.fully_read";

    private final SendReceipt sendReceipt;
    private final SendTyping sendTyping;

    @Inject
    public ReceiptResource(SendReceipt sendReceipt, SendTyping sendTyping) {
        this.sendReceipt = sendReceipt;
        this.sendTyping = sendTyping;
    }

    @POST
    @Path("_matrix/client/v3/rooms/{roomId}/receipt/{receiptType}/{eventId}")
    public JsonObject receipt(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("receiptType") String type,
            @PathParam("eventId") EventId event,
            @MayBeEmpty JsonObject in) {
        var thread = ReceiptThread.parse(in);
        if (type.equals(FULLY_READ)) {
            if (!thread.equals(ReceiptThread.unthreaded())) {
                throw new InvalidParam("A fully-read marker has no thread_id");
            }
            return send(security, new SendReceipt.Read(room, Map.of(), thread, Optional.of(event)));
        }
        var known = ReceiptType.of(type).orElseThrow(() -> new InvalidParam("There is no receipt type " + type));
        return send(security, new SendReceipt.Read(room, Map.of(known, event), thread, Optional.empty()));
    }

    @POST
    @Path("_matrix/client/v3/rooms/{roomId}/read_markers")
    public JsonObject readMarkers(@Context SecurityContext security, @PathParam("roomId") RoomId room, JsonObject in) {
        var body = new Body(in);
        var receipts = new EnumMap<ReceiptType, EventId>(ReceiptType.class);
        for (var type : ReceiptType.values()) {
            event(body, type.toString()).ifPresent(event -> receipts.put(type, event));
        }
        return send(
                security, new SendReceipt.Read(room, receipts, ReceiptThread.unthreaded(), event(body, FULLY_READ)));
    }

    private static Optional<EventId> event(Body body, String name) {
        return body.string(name)
                .map(text -> EventId.find(text).orElseThrow(() -> new InvalidParam(name + " is an event id")));
    }

    private JsonObject send(SecurityContext security, SendReceipt.Read read) {
        sendReceipt.send(Caller.requester(security), read);
        return JsonObject.EMPTY;
    }

    @PUT
    @Path("_matrix/client/v3/rooms/{roomId}/typing/{userId}")
    public JsonObject typing(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("userId") UserId user,
            JsonObject in) {
        var request = TypingRequest.parse(in);
        sendTyping.send(Caller.requester(security), new SendTyping.Typing(room, user, request));
        return JsonObject.EMPTY;
    }
}
