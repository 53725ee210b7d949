package org.hirundo.rest.client.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.account.IssueRegistrationNonce;
import org.hirundo.application.account.RegisterWithSharedSecret;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Caller;

/**
 * Makes accounts for whoever knows a secret, administrators among them. Deployment tools of other homeservers use this path,
 * which is outside of the specification.
 */
@Path("/")
@Singleton
public final class SharedSecretResource {

    private final IssueRegistrationNonce issueNonce;
    private final RegisterWithSharedSecret register;

    @Inject
    public SharedSecretResource(IssueRegistrationNonce issueNonce, RegisterWithSharedSecret register) {
        this.issueNonce = issueNonce;
        this.register = register;
    }

    @GET
    @Path("_synapse/admin/v1/register")
    public JsonObject nonce(@Context SecurityContext security) {
        return JsonObject.of("nonce", issueNonce.issue(Caller.of(security).address()));
    }

    @POST
    @Path("_synapse/admin/v1/register")
    public JsonObject register(@Context SecurityContext security, JsonObject body) {
        var registration = new RegisterWithSharedSecret.Registration(
                body, Caller.of(security).address());
        return SessionAnswer.of(register.register(registration));
    }
}
