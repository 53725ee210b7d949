package org.hirundo.rest.client.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Map;
import org.hirundo.application.request.Body;
import org.hirundo.application.search.SearchEvents;
import org.hirundo.application.search.SearchEvents.Found;
import org.hirundo.application.search.SearchEvents.Group;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonDecimal;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonWriter;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.JsonBytes;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Searches in rooms ({@code search.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class SearchResource {

    private static final MathContext RANK = new MathContext(6);

    private final SearchEvents searchEvents;

    @Inject
    public SearchResource(SearchEvents searchEvents) {
        this.searchEvents = searchEvents;
    }

    @POST
    @Path("_matrix/client/v3/search")
    public JsonBytes search(
            @Context SecurityContext security, @QueryParam("next_batch") @Nullable String nextBatch, JsonObject in) {
        var categories = new Body(new Body(in).requiredObject("search_categories"));
        var json = new JsonWriter().beginObject().name("search_categories").beginObject();
        categories
                .object("room_events")
                .map(criteria -> SearchCriteria.read(Caller.requester(security), criteria, Query.text(nextBatch)))
                .map(searchEvents::search)
                .ifPresent(found -> write(json.name("room_events"), found));
        return new JsonBytes(json.endObject().endObject().toBytes());
    }

    private static void write(JsonWriter json, Found found) {
        json.beginObject().name("count").value(found.count());
        json.name("highlights").value(JsonArray.ofStrings(found.highlights()));
        json.name("results").beginArray();
        found.results().forEach(result -> write(json, result));
        json.endArray().name("state").beginObject();
        found.state().forEach((room, state) -> write(json.name(room.toString()), state));
        json.endObject().name("groups").beginObject();
        found.groups().forEach((grouping, groups) -> write(json.name(grouping.toString()), groups));
        json.endObject();
        found.nextBatch().ifPresent(token -> json.name("next_batch").value(token));
        json.endObject();
    }

    private static void write(JsonWriter json, SearchEvents.Result result) {
        json.beginObject().name("rank").value(new JsonDecimal(new BigDecimal(result.rank(), RANK)));
        json.name("result").raw(result.event().bytes());
        result.context().ifPresent(context -> write(json.name("context"), context));
        json.endObject();
    }

    private static void write(JsonWriter json, SearchEvents.Context context) {
        json.beginObject().name("start").value(context.start());
        json.name("end").value(context.end());
        write(json.name("events_before"), context.before());
        write(json.name("events_after"), context.after());
        context.profiles().ifPresent(profiles -> {
            json.name("profile_info").beginObject();
            profiles.forEach((user, member) -> json.name(user.toString()).value(profile(member)));
            json.endObject();
        });
        json.endObject();
    }

    private static JsonObject profile(JsonObject member) {
        return JsonObject.builder()
                .putIfPresent("displayname", member.string("displayname"))
                .putIfPresent("avatar_url", member.string("avatar_url"))
                .build();
    }

    private static void write(JsonWriter json, Collection<ClientEvent> events) {
        json.beginArray();
        events.forEach(event -> json.raw(event.bytes()));
        json.endArray();
    }

    private static void write(JsonWriter json, Map<String, Group> groups) {
        json.beginObject();
        groups.forEach((name, group) -> json.name(name)
                .value(JsonObject.builder()
                        .put("order", group.order())
                        .put("results", JsonArray.ofStrings(group.results()))
                        .putIfPresent("next_batch", group.nextBatch())
                        .build()));
        json.endObject();
    }
}
