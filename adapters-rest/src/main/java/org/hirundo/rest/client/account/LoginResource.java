package org.hirundo.rest.client.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.account.IssueLoginToken;
import org.hirundo.application.login.LogIn;
import org.hirundo.application.login.LogInServiceUser;
import org.hirundo.application.login.LogOut;
import org.hirundo.application.login.LogOutEverywhere;
import org.hirundo.application.login.LoginFlows;
import org.hirundo.application.login.RefreshSession;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.AllowsLocked;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;

/** Signs users in and out ({@code login.yaml}, {@code login_token.yaml}, {@code logout.yaml}, {@code refresh.yaml}). */
@Path("/")
@Singleton
public final class LoginResource {

    private final LoginFlows flows;
    private final LogIn logIn;
    private final LogInServiceUser logInServiceUser;
    private final IssueLoginToken issueLoginToken;
    private final RefreshSession refreshSession;
    private final LogOut logOut;
    private final LogOutEverywhere logOutEverywhere;

    @Inject
    public LoginResource(
            LoginFlows flows,
            LogIn logIn,
            LogInServiceUser logInServiceUser,
            IssueLoginToken issueLoginToken,
            RefreshSession refreshSession,
            LogOut logOut,
            LogOutEverywhere logOutEverywhere) {
        this.flows = flows;
        this.logIn = logIn;
        this.logInServiceUser = logInServiceUser;
        this.issueLoginToken = issueLoginToken;
        this.refreshSession = refreshSession;
        this.logOut = logOut;
        this.logOutEverywhere = logOutEverywhere;
    }

    @GET
    @Path("_matrix/client/v3/login")
    public JsonObject flows() {
        return JsonObject.of("flows", JsonArray.of(flows.types(), LoginResource::flow));
    }

    /** Clients that get a token by other ways, such as single sign-on, have to know that this one there is too. */
    private static JsonObject flow(String type) {
        var flow = JsonObject.of("type", type);
        return type.equals(LoginFlows.TOKEN) ? flow.with("get_login_token", JsonBoolean.TRUE) : flow;
    }

    @POST
    @Path("_matrix/client/v1/login/get_token")
    @Authenticated
    public JsonObject getToken(@Context SecurityContext security, @MayBeEmpty JsonObject body) {
        var issued = issueLoginToken.issue(Caller.requester(security), body);
        return JsonObject.of("login_token", issued.token().reveal())
                .with("expires_in_ms", issued.expiresIn().toMillis());
    }

    @POST
    @Path("_matrix/client/v3/login")
    public JsonObject logIn(@Context SecurityContext security, JsonObject body) {
        var caller = Caller.of(security);
        return SessionAnswer.of(
                body.string("type")
                                .filter(LoginFlows.APPLICATION_SERVICE::equals)
                                .isPresent()
                        ? logInServiceUser.logIn(
                                new LogInServiceUser.Login(caller.accessToken(), body, caller.address()))
                        : logIn.logIn(new LogIn.Login(body, caller.address())));
    }

    @POST
    @Path("_matrix/client/v3/refresh")
    public JsonObject refresh(@Context SecurityContext security, JsonObject body) {
        return SessionAnswer.of(refreshSession.refresh(
                new RefreshSession.Refresh(body, Caller.of(security).address())));
    }

    @POST
    @Path("_matrix/client/v3/logout")
    @Authenticated
    @AllowsLocked
    @AllowsGuests
    public JsonObject logOut(@Context SecurityContext security) {
        logOut.logOut(Caller.requester(security));
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/logout/all")
    @Authenticated
    @AllowsLocked
    @AllowsGuests
    public JsonObject logOutEverywhere(@Context SecurityContext security) {
        logOutEverywhere.logOut(Caller.requester(security));
        return JsonObject.EMPTY;
    }
}
