package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hirundo.application.appservice.GetThirdPartyProtocol;
import org.hirundo.application.appservice.ListThirdPartyProtocols;
import org.hirundo.application.appservice.LookUpThirdParty;
import org.hirundo.application.directory.CreateAlias;
import org.hirundo.application.directory.ListPublicRooms;
import org.hirundo.application.directory.PublishInNetwork;
import org.hirundo.application.directory.ResolveAlias;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.membership.InviteUser;
import org.hirundo.application.membership.JoinRoom;
import org.hirundo.application.port.appservice.ThirdPartyLookup;
import org.hirundo.application.port.directory.DirectoryStore.PublishedRoom;
import org.hirundo.application.port.directory.RoomList;
import org.hirundo.application.profile.GetProfile;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What application services are asked. */
public abstract class ServiceQueryStory extends ServiceStory {

    private static final UserId DORA = UserId.create("_bridge_dora", Server.NAME);
    private static final RoomAlias SWALLOWS = new RoomAlias("_bridge_swallows", Server.NAME);

    private final List<String> asked = new CopyOnWriteArrayList<>();

    private FakeBridges bridges() {
        return the(FakeBridges.class);
    }

    @Test
    void a_service_makes_the_room_whose_alias_is_looked_for() {
        var room = created(aPublicRoomOf(ALICE));
        bridges().whenAsked(alias -> {
            asked.add(alias);
            the(CreateAlias.class).create(new CreateAlias.Create(as(Bridges.IRC), RoomAlias.parse(alias), room));
        });
        the(JoinRoom.class).join(new JoinRoom.Join(BOB, new RoomReference.ByAlias(SWALLOWS), Optional.empty()));

        assertThat(the(ResolveAlias.class).resolve(SWALLOWS).room()).isEqualTo(room);
        assertThat(asked).containsExactly(SWALLOWS.toString());
        assertThat(storage().memberships().find(room, BOB.user())).isPresent();
    }

    @Test
    void an_alias_that_no_service_makes_is_not_there() {
        bridges().whenAsked(asked::add);
        for (var alias : List.of("_bridge_nobody", "_bridge_lazy", "elsewhere", "silent_one")) {
            assertThatThrownBy(() -> the(ResolveAlias.class).resolve(new RoomAlias(alias, Server.NAME)))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(asked).containsExactly("#_bridge_nobody:hirundo.example", "#_bridge_lazy:hirundo.example");
        bridges().isBroken(Bridges.IRC, true);
        assertThatThrownBy(() -> the(ResolveAlias.class).resolve(SWALLOWS)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_service_makes_the_user_whose_profile_is_looked_for_or_who_is_invited() {
        bridges().whenAsked(user -> {
            asked.add(user);
            registersFor(Bridges.IRC, UserId.parse(user).localpart());
        });
        assertThat(the(GetProfile.class).get(DORA).string("displayname")).contains("_bridge_dora");
        assertThat(the(GetProfile.class).get(DORA).string("displayname")).contains("_bridge_dora");
        var room = created(aPublicRoomOf(ALICE));
        var emil = UserId.create("_bridge_emil", Server.NAME);
        the(InviteUser.class).invite(new InviteUser.Invite(ALICE, room, emil, Optional.empty()));

        assertThat(asked).containsExactly(DORA.toString(), emil.toString());
        assertThat(storage().accounts().find(emil)).isPresent();
    }

    @Test
    void a_user_whom_no_service_makes_is_not_there() {
        bridges().whenAsked(asked::add);
        for (var user : List.of("_bridge_nobody", "_bridge_lazy", "elsewhere", "silent_one")) {
            assertThatThrownBy(() -> the(GetProfile.class).get(UserId.create(user, Server.NAME)))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(asked).containsExactly("@_bridge_nobody:hirundo.example", "@_bridge_lazy:hirundo.example");
    }

    @Test
    void protocols_are_told_as_the_services_tell_them() {
        var irc = the(GetThirdPartyProtocol.class).get(BOB, "irc");
        assertThat(irc.string("icon")).contains("mxc://example.org/irc");
        assertThat(irc.array("instances").orElse(JsonArray.EMPTY).objectsIn())
                .containsExactly(JsonObject.of("network_id", "freenode")
                        .with("desc", "Freenode")
                        .with("instance_id", "irc|freenode"));
        assertThat(the(ListThirdPartyProtocols.class).list(BOB)).isEqualTo(Map.of("irc", irc));
        assertThatThrownBy(() -> the(GetThirdPartyProtocol.class).get(BOB, "gitter"))
                .isInstanceOf(NotFound.class);
        bridges().isBroken(Bridges.IRC, true);
        assertThat(the(ListThirdPartyProtocols.class).list(BOB)).isEmpty();
    }

    @Test
    void lookups_go_to_the_services_that_serve_the_protocol() {
        var channel =
                new ThirdPartyLookup(ThirdPartyLookup.Kind.LOCATION, Optional.of("irc"), Map.of("channel", "#matrix"));
        var behind =
                new ThirdPartyLookup(ThirdPartyLookup.Kind.USER, Optional.empty(), Map.of("userid", DORA.toString()));
        assertThat(lookUp(channel).objectsIn()).containsExactly(JsonObject.of("protocol", "irc"));
        assertThat(lookUp(behind).objectsIn()).hasSize(1);
        assertThat(bridges().lookups()).containsExactly(channel, behind);

        var unknown = new ThirdPartyLookup(ThirdPartyLookup.Kind.USER, Optional.of("gitter"), Map.of());
        var nothing = new ThirdPartyLookup(ThirdPartyLookup.Kind.USER, Optional.of("irc"), Map.of("nick", "nothing"));
        assertThatThrownBy(() -> lookUp(unknown)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> lookUp(nothing)).isInstanceOf(NotFound.class);
        assertThat(bridges().lookups()).hasSize(3);
    }

    @Test
    void a_service_publishes_rooms_in_the_lists_of_its_networks() {
        var room = created(aPublicRoomOf(ALICE));
        publishes(as(Bridges.IRC), room, true);

        var instance = the(GetThirdPartyProtocol.class)
                .get(BOB, "irc")
                .array("instances")
                .orElse(JsonArray.EMPTY)
                .objectsIn()
                .findFirst()
                .flatMap(found -> found.string("instance_id"))
                .orElseThrow();
        assertThat(listed(new RoomList.OfNetwork(instance))).containsExactly(room);
        assertThat(listed(new RoomList.OfAll())).containsExactly(room);
        assertThat(listed(new RoomList.OfServer())).isEmpty();
        publishes(as(Bridges.ECHO), room, false);
        assertThat(listed(new RoomList.OfNetwork(instance))).containsExactly(room);
        publishes(as(Bridges.IRC), room, false);
        assertThat(listed(new RoomList.OfNetwork(instance))).isEmpty();
    }

    @Test
    void nobody_else_publishes_in_networks() {
        var room = created(aPublicRoomOf(ALICE));
        assertThatThrownBy(() -> publishes(ALICE, room, true)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> publishes(as(Bridges.IRC), new RoomId("!unknown"), true))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> the(PublishInNetwork.class)
                        .publish(new PublishInNetwork.Publish(as(Bridges.IRC), "n".repeat(255), room, true)))
                .isInstanceOf(InvalidParam.class);
    }

    private void publishes(Requester requester, RoomId room, boolean published) {
        the(PublishInNetwork.class).publish(new PublishInNetwork.Publish(requester, "freenode", room, published));
    }

    private List<RoomId> listed(RoomList list) {
        return the(ListPublicRooms.class)
                .list(new ListPublicRooms.Wanted(
                        OptionalInt.empty(), Optional.empty(), Optional.empty(), Set.of(), list))
                .rooms()
                .stream()
                .map(PublishedRoom::room)
                .toList();
    }

    private JsonArray lookUp(ThirdPartyLookup lookup) {
        return the(LookUpThirdParty.class).lookUp(BOB, lookup);
    }
}
