package org.hirundo.rest.client.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.account.CheckRegistrationToken;
import org.hirundo.application.account.CheckUsername;
import org.hirundo.application.account.GetPasswordPolicy;
import org.hirundo.application.account.RegisterAccount;
import org.hirundo.application.account.RegisterServiceUser;
import org.hirundo.application.login.LoginFlows;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Makes accounts ({@code registration.yaml}, {@code registration_tokens.yaml}). */
@Path("/")
@Singleton
public final class RegistrationResource {

    private final RegisterAccount registerAccount;
    private final RegisterServiceUser registerServiceUser;
    private final CheckUsername checkUsername;
    private final CheckRegistrationToken checkToken;
    private final GetPasswordPolicy getPasswordPolicy;

    @Inject
    public RegistrationResource(
            RegisterAccount registerAccount,
            RegisterServiceUser registerServiceUser,
            CheckUsername checkUsername,
            CheckRegistrationToken checkToken,
            GetPasswordPolicy getPasswordPolicy) {
        this.registerAccount = registerAccount;
        this.registerServiceUser = registerServiceUser;
        this.checkUsername = checkUsername;
        this.checkToken = checkToken;
        this.getPasswordPolicy = getPasswordPolicy;
    }

    @POST
    @Path("_matrix/client/v3/register")
    public JsonObject register(
            @Context SecurityContext security, @QueryParam("kind") @Nullable String kind, @MayBeEmpty JsonObject body) {
        var caller = Caller.of(security);
        var registered = body.string("type")
                        .filter(LoginFlows.APPLICATION_SERVICE::equals)
                        .isPresent()
                ? registerServiceUser.register(
                        new RegisterServiceUser.Registration(caller.accessToken(), body, caller.address()))
                : registerAccount.register(
                        new RegisterAccount.Registration(Query.text(kind).orElse("user"), body, caller.address()));
        return registered.session().map(SessionAnswer::of).orElseGet(() -> JsonObject.builder()
                .put("user_id", registered.user().toString())
                .put("home_server", registered.user().server().toString())
                .build());
    }

    @GET
    @Path("_matrix/client/v3/register/available")
    public JsonObject available(@Context SecurityContext security, @QueryParam("username") @Nullable String username) {
        var wanted = Query.required("username", username);
        checkUsername.check(
                new CheckUsername.Question(wanted, Caller.of(security).address()));
        return JsonObject.of("available", JsonBoolean.TRUE);
    }

    @GET
    @Path("_matrix/client/v3/password_policy")
    public JsonObject passwordPolicy() {
        return JsonObject.builder()
                .put("m.minimum_length", getPasswordPolicy.policy().minCharacters())
                .build();
    }

    @GET
    @Path("_matrix/client/v1/register/m.login.registration_token/validity")
    public JsonObject tokenValidity(@Context SecurityContext security, @QueryParam("token") @Nullable String token) {
        var shown = Query.required("token", token);
        var valid = checkToken.isValid(
                new CheckRegistrationToken.Question(shown, Caller.of(security).address()));
        return JsonObject.of("valid", JsonBoolean.of(valid));
    }
}
