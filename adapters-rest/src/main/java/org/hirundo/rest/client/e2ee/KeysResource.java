package org.hirundo.rest.client.e2ee;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.hirundo.application.e2ee.ClaimKeys;
import org.hirundo.application.e2ee.QueryKeys;
import org.hirundo.application.e2ee.UploadCrossSigningKeys;
import org.hirundo.application.e2ee.UploadKeys;
import org.hirundo.application.e2ee.UploadSignatures;
import org.hirundo.application.sync.ListKeyChanges;
import org.hirundo.application.sync.SyncToken;
import org.hirundo.application.todevice.SendToDevice;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.ErrorAnswer;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Keys and messages to devices ({@code keys.yaml}, {@code cross_signing.yaml}, {@code to_device.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class KeysResource {

    private final UploadKeys uploadKeys;
    private final QueryKeys queryKeys;
    private final ClaimKeys claimKeys;
    private final ListKeyChanges listKeyChanges;
    private final UploadCrossSigningKeys uploadCrossSigningKeys;
    private final UploadSignatures uploadSignatures;
    private final SendToDevice sendToDevice;

    @Inject
    public KeysResource(
            UploadKeys uploadKeys,
            QueryKeys queryKeys,
            ClaimKeys claimKeys,
            ListKeyChanges listKeyChanges,
            UploadCrossSigningKeys uploadCrossSigningKeys,
            UploadSignatures uploadSignatures,
            SendToDevice sendToDevice) {
        this.uploadKeys = uploadKeys;
        this.queryKeys = queryKeys;
        this.claimKeys = claimKeys;
        this.listKeyChanges = listKeyChanges;
        this.uploadCrossSigningKeys = uploadCrossSigningKeys;
        this.uploadSignatures = uploadSignatures;
        this.sendToDevice = sendToDevice;
    }

    @POST
    @Path("_matrix/client/v3/keys/upload")
    @AllowsGuests
    public JsonObject upload(@Context SecurityContext security, JsonObject body) {
        var counts = uploadKeys.upload(Caller.requester(security), body);
        return JsonObject.of("one_time_key_counts", counts.countsToJson());
    }

    @POST
    @Path("_matrix/client/v3/keys/query")
    @AllowsGuests
    public JsonObject query(@Context SecurityContext security, JsonObject body) {
        var keys = queryKeys.query(Caller.requester(security), body);
        var answer = JsonObject.builder()
                .put("device_keys", byName(keys.devices(), devices -> byName(devices, device -> device)))
                .put("failures", failures(keys.unreachable()));
        keys.crossSigning().forEach((usage, users) -> answer.put(usage + "_keys", byName(users, key -> key)));
        return answer.build();
    }

    @POST
    @Path("_matrix/client/v3/keys/claim")
    @AllowsGuests
    public JsonObject claim(@Context SecurityContext security, JsonObject body) {
        return claimed(claimKeys.claim(Caller.requester(security), body, ClaimKeys.Form.ONE));
    }

    /** Several keys of each device (MSC3983). */
    @POST
    @Path("_matrix/client/unstable/org.matrix.msc3983/keys/claim")
    @AllowsGuests
    public JsonObject claimSeveral(@Context SecurityContext security, JsonObject body) {
        return claimed(claimKeys.claim(Caller.requester(security), body, ClaimKeys.Form.SEVERAL));
    }

    private static JsonObject claimed(ClaimKeys.Claimed claimed) {
        var users = new LinkedHashMap<String, Map<String, JsonObject>>();
        claimed.keys().forEach((claim, keys) -> {
            var devices = users.computeIfAbsent(claim.user().toString(), _ -> new LinkedHashMap<>());
            keys.forEach(key -> devices.merge(
                    claim.device().toString(),
                    JsonObject.of(key.id().toString(), key.key()),
                    (before, one) -> before.toBuilder().putAll(one).build()));
        });
        return JsonObject.builder()
                .put("one_time_keys", byName(users, JsonObject::of))
                .put("failures", failures(claimed.unreachable()))
                .build();
    }

    @GET
    @Path("_matrix/client/v3/keys/changes")
    public JsonObject changes(
            @Context SecurityContext security,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        var changes = listKeyChanges.list(Caller.requester(security), token("from", from), token("to", to));
        return JsonObject.builder()
                .put("changed", JsonArray.ofStrings(changes.changed()))
                .put("left", JsonArray.ofStrings(changes.left()))
                .build();
    }

    private static SyncToken token(String name, @Nullable String value) {
        return SyncToken.parse(Query.required(name, value));
    }

    @POST
    @Path("_matrix/client/v3/keys/device_signing/upload")
    public JsonObject uploadCrossSigningKeys(@Context SecurityContext security, JsonObject body) {
        uploadCrossSigningKeys.upload(Caller.requester(security), body);
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/keys/signatures/upload")
    public JsonObject uploadSignatures(@Context SecurityContext security, JsonObject body) {
        var failures = uploadSignatures.upload(Caller.requester(security), body);
        return JsonObject.of(
                "failures",
                byName(
                        failures,
                        keys -> byName(keys, refusal -> ErrorAnswer.of(refusal).body())));
    }

    @PUT
    @Path("_matrix/client/v3/sendToDevice/{eventType}/{txnId}")
    @AllowsGuests
    public JsonObject sendToDevice(
            @Context SecurityContext security,
            @PathParam("eventType") String type,
            @PathParam("txnId") TransactionId transaction,
            JsonObject body) {
        sendToDevice.send(Caller.requester(security), new SendToDevice.Send(type, transaction, body));
        return JsonObject.EMPTY;
    }

    private static <V> JsonObject byName(Map<?, V> entries, Function<? super V, ? extends JsonValue> toJson) {
        var json = JsonObject.builder();
        entries.forEach((name, value) -> json.put(name.toString(), toJson.apply(value)));
        return json.build();
    }

    private static JsonObject failures(Collection<ServerName> unreachable) {
        var failures = JsonObject.builder();
        unreachable.forEach(server -> failures.put(server.toString(), JsonObject.EMPTY));
        return failures.build();
    }
}
