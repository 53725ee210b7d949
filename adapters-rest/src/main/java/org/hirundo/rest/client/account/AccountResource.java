package org.hirundo.rest.client.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import org.hirundo.application.account.ChangePassword;
import org.hirundo.application.account.DeactivateAccount;
import org.hirundo.application.account.GetCapabilities;
import org.hirundo.application.account.ReadAccountStatuses;
import org.hirundo.application.request.Body;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.AllowsAnybody;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;

/** What users do with their accounts ({@code registration.yaml}, {@code whoami.yaml}, {@code capabilities.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class AccountResource {

    private final ChangePassword changePassword;
    private final DeactivateAccount deactivateAccount;
    private final ReadAccountStatuses readAccountStatuses;
    private final GetCapabilities getCapabilities;

    @Inject
    public AccountResource(
            ChangePassword changePassword,
            DeactivateAccount deactivateAccount,
            ReadAccountStatuses readAccountStatuses,
            GetCapabilities getCapabilities) {
        this.changePassword = changePassword;
        this.deactivateAccount = deactivateAccount;
        this.readAccountStatuses = readAccountStatuses;
        this.getCapabilities = getCapabilities;
    }

    @GET
    @Path("_matrix/client/v3/account/whoami")
    @AllowsGuests
    public JsonObject whoami(@Context SecurityContext security) {
        var requester = Caller.requester(security);
        return JsonObject.builder()
                .put("user_id", requester.user().toString())
                .putIfPresent("device_id", requester.namedDevice().map(DeviceId::toString))
                .put("is_guest", requester.isGuest())
                .build();
    }

    @POST
    @Path("_matrix/client/v3/account/password")
    @AllowsAnybody
    public JsonObject changePassword(@Context SecurityContext security, JsonObject body) {
        var caller = Caller.of(security);
        changePassword.change(new ChangePassword.Change(caller.requester(), body, caller.address()));
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/account/deactivate")
    public JsonObject deactivate(@Context SecurityContext security, @MayBeEmpty JsonObject body) {
        deactivateAccount.deactivate(Caller.requester(security), body);
        // No identity server is told: this server binds nothing there.
        return JsonObject.of("id_server_unbind_result", "success");
    }

    @POST
    @Path("_matrix/client/unstable/org.matrix.msc3720/account_status")
    public JsonObject statuses(@Context SecurityContext security, JsonObject body) {
        var users = new Body(body).requiredUsers("user_ids");
        var statuses = readAccountStatuses.read(Caller.requester(security), Set.copyOf(users));
        var known = JsonObject.builder();
        statuses.known().forEach((user, status) -> known.put(user.toString(), status(status)));
        return JsonObject.builder()
                .put("account_statuses", known.build())
                .put("failures", JsonArray.ofStrings(statuses.failures()))
                .build();
    }

    private static JsonObject status(ReadAccountStatuses.Status status) {
        var json = JsonObject.builder().put("exists", status.exists());
        if (status.exists()) {
            json.put("deactivated", status.deactivated());
        }
        return json.build();
    }

    @GET
    @Path("_matrix/client/v3/capabilities")
    public JsonObject capabilities(@Context SecurityContext security) {
        return JsonObject.of("capabilities", getCapabilities.capabilities(Caller.requester(security)));
    }
}
