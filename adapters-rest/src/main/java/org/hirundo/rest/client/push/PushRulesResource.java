package org.hirundo.rest.client.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.push.ChangePushRule;
import org.hirundo.application.push.GetPushRules;
import org.hirundo.application.push.PushRuleChange;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushRuleKind;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Push rules ({@code pushrules.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class PushRulesResource {

    private final GetPushRules getPushRules;
    private final ChangePushRule changePushRule;

    @Inject
    public PushRulesResource(GetPushRules getPushRules, ChangePushRule changePushRule) {
        this.getPushRules = getPushRules;
        this.changePushRule = changePushRule;
    }

    @GET
    @Path("_matrix/client/v3/pushrules{slash: /?}")
    public JsonObject all(@Context SecurityContext security) {
        return getPushRules.get(Caller.requester(security)).toJson();
    }

    @GET
    @Path("_matrix/client/v3/pushrules/global{slash: /?}")
    public JsonObject global(@Context SecurityContext security) {
        return all(security).object("global").orElse(JsonObject.EMPTY);
    }

    @GET
    @Path("_matrix/client/v3/pushrules/global/{kind}/{ruleId}")
    public JsonObject rule(
            @Context SecurityContext security, @PathParam("kind") String kind, @PathParam("ruleId") String id) {
        var ofKind = kind(kind);
        return getPushRules.get(Caller.requester(security)).rule(ofKind, id).toJson(ofKind);
    }

    @PUT
    @Path("_matrix/client/v3/pushrules/global/{kind}/{ruleId}")
    public JsonObject put(
            @Context SecurityContext security,
            @PathParam("kind") String kind,
            @PathParam("ruleId") String id,
            @QueryParam("before") @Nullable String before,
            @QueryParam("after") @Nullable String after,
            JsonObject rule) {
        var ofKind =
                PushRuleKind.of(kind).orElseThrow(() -> new InvalidParam("There is no kind of push rules " + kind));
        return change(security, new PushRuleChange.Put(ofKind, id, rule, Query.text(before), Query.text(after)));
    }

    @DELETE
    @Path("_matrix/client/v3/pushrules/global/{kind}/{ruleId}")
    public JsonObject delete(
            @Context SecurityContext security, @PathParam("kind") String kind, @PathParam("ruleId") String id) {
        return change(security, new PushRuleChange.Remove(kind(kind), id));
    }

    @GET
    @Path("_matrix/client/v3/pushrules/global/{kind}/{ruleId}/enabled")
    public JsonObject enabled(
            @Context SecurityContext security, @PathParam("kind") String kind, @PathParam("ruleId") String id) {
        var rule = getPushRules.get(Caller.requester(security)).rule(kind(kind), id);
        return JsonObject.of("enabled", JsonBoolean.of(rule.enabled()));
    }

    @PUT
    @Path("_matrix/client/v3/pushrules/global/{kind}/{ruleId}/enabled")
    public JsonObject enable(
            @Context SecurityContext security,
            @PathParam("kind") String kind,
            @PathParam("ruleId") String id,
            JsonObject body) {
        var enabled = new Body(body).requiredBool("enabled");
        return change(security, new PushRuleChange.Enable(kind(kind), id, enabled));
    }

    @GET
    @Path("_matrix/client/v3/pushrules/global/{kind}/{ruleId}/actions")
    public JsonObject actions(
            @Context SecurityContext security, @PathParam("kind") String kind, @PathParam("ruleId") String id) {
        var rule = getPushRules.get(Caller.requester(security)).rule(kind(kind), id);
        return JsonObject.of("actions", rule.actions().toJson());
    }

    @PUT
    @Path("_matrix/client/v3/pushrules/global/{kind}/{ruleId}/actions")
    public JsonObject setActions(
            @Context SecurityContext security,
            @PathParam("kind") String kind,
            @PathParam("ruleId") String id,
            JsonObject body) {
        return change(security, new PushRuleChange.SetActions(kind(kind), id, body));
    }

    private JsonObject change(SecurityContext security, PushRuleChange change) {
        changePushRule.change(Caller.requester(security), change);
        return JsonObject.EMPTY;
    }

    /** The kind of a rule that should be there: of a kind that nobody knows there is no rule. */
    private static PushRuleKind kind(String name) {
        return PushRuleKind.of(name).orElseThrow(() -> new NotFound("There is no kind of push rules " + name));
    }
}
