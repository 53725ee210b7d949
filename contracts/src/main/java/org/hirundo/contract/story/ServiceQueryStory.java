package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hirundo.application.appservice.GetThirdPartyProtocol;
import org.hirundo.application.appservice.ListThirdPartyProtocols;
import org.hirundo.application.appservice.LookUpThirdParty;
import org.hirundo.application.directory.CreateAlias;
import org.hirundo.application.directory.ResolveAlias;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.membership.InviteUser;
import org.hirundo.application.membership.JoinRoom;
import org.hirundo.application.port.appservice.ThirdPartyLookup;
import org.hirundo.application.profile.GetProfile;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.RoomAlias;
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

    private JsonArray lookUp(ThirdPartyLookup lookup) {
        return the(LookUpThirdParty.class).lookUp(BOB, lookup);
    }
}
