package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hirundo.application.directory.CreateAlias;
import org.hirundo.application.directory.DeleteAlias;
import org.hirundo.application.directory.ListAliases;
import org.hirundo.application.directory.ListPublicRooms;
import org.hirundo.application.directory.ListPublicRooms.Page;
import org.hirundo.application.directory.ListPublicRooms.Wanted;
import org.hirundo.application.directory.PublishRoom;
import org.hirundo.application.directory.ReadRoomVisibility;
import org.hirundo.application.directory.ResolveAlias;
import org.hirundo.application.port.directory.DirectoryStore.AliasEntry;
import org.hirundo.application.port.directory.DirectoryStore.PublishedRoom;
import org.hirundo.application.port.directory.RoomList;
import org.hirundo.application.room.AliasClaims;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.AliasInUse;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Names of rooms, and the list of published rooms. */
public abstract class DirectoryStory extends RoomStory {

    private static final RoomAlias PUB = RoomAlias.parse("#pub:hirundo.example");
    private static final RoomAlias INN = RoomAlias.parse("#inn:hirundo.example");

    private RoomId aRoomWithBob() {
        var room = created(aPublicRoomOf(ALICE));
        joins(BOB, room);
        return room;
    }

    private void names(Requester user, RoomAlias alias, RoomId room) {
        the(CreateAlias.class).create(new CreateAlias.Create(user, alias, room));
    }

    private void deletes(Requester user, RoomAlias alias) {
        the(DeleteAlias.class).delete(user, alias);
    }

    private void publishes(Requester user, RoomId room) {
        the(PublishRoom.class).publish(new PublishRoom.Publish(user, room, true));
    }

    private RoomId aPublishedRoom(String name, int members) {
        var room = created(aPublicRoomOf(ALICE, new InitialState(EventType.NAME, "", JsonObject.of("name", name))));
        for (int number = 1; number < members; number++) {
            joins(Server.user("member" + number), room);
        }
        publishes(ALICE, room);
        return room;
    }

    private Page page(int limit, Optional<String> since) {
        return the(ListPublicRooms.class)
                .list(new Wanted(OptionalInt.of(limit), since, Optional.empty(), Set.of(), new RoomList.OfServer()));
    }

    private static List<String> names(Page page) {
        return page.rooms().stream()
                .map(PublishedRoom::summary)
                .map(summary -> summary.name().orElseThrow())
                .toList();
    }

    @Test
    void an_alias_leads_to_its_room() {
        var room = aRoomWithBob();
        names(BOB, PUB, room);

        var resolved = the(ResolveAlias.class).resolve(PUB);
        assertThat(resolved.room()).isEqualTo(room);
        assertThat(resolved.servers()).containsExactly(Server.NAME);
        assertThatThrownBy(() -> the(ResolveAlias.class).resolve(INN)).isInstanceOf(NotFound.class);
    }

    @Test
    void an_alias_of_a_new_room_is_nobody_elses_and_is_found_once_the_room_is_there() {
        var room = created(aPublicRoomOf(ALICE));
        var other = created(aPublicRoomOf(ALICE));
        var entry = new AliasEntry(INN, room, ALICE.user());

        assertThat(the(AliasClaims.class).give(entry, () -> {
                    assertThatThrownBy(() -> the(ResolveAlias.class).resolve(INN))
                            .isInstanceOf(NotFound.class);
                    assertThatThrownBy(() -> names(ALICE, INN, other)).isInstanceOf(AliasInUse.class);
                }))
                .isTrue();
        assertThat(the(ResolveAlias.class).resolve(INN).room()).isEqualTo(room);
    }

    @Test
    void an_alias_is_given_once_by_members_and_on_this_server() {
        var room = aRoomWithBob();
        names(BOB, PUB, room);

        assertThatThrownBy(() -> names(ALICE, PUB, room)).isInstanceOf(AliasInUse.class);
        assertThatThrownBy(() -> names(CAROL, INN, room)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> names(BOB, RoomAlias.parse("#pub:elsewhere.example"), room))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> names(BOB, INN, RoomId.parse("!nowhere:hirundo.example")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aliases_are_listed_for_members_and_in_open_rooms_for_all() {
        var room = aRoomWithBob();
        names(BOB, PUB, room);
        names(BOB, INN, room);

        assertThat(the(ListAliases.class).list(ALICE, room)).containsExactly(INN, PUB);
        assertThatThrownBy(() -> the(ListAliases.class).list(CAROL, room)).isInstanceOf(Forbidden.class);
        sets(ALICE, room, EventType.HISTORY_VISIBILITY, JsonObject.of("history_visibility", "world_readable"));
        assertThat(the(ListAliases.class).list(CAROL, room)).containsExactly(INN, PUB);
    }

    @Test
    void an_alias_is_deleted_by_its_creator_or_by_those_who_name_the_room() {
        var room = aRoomWithBob();
        joins(CAROL, room);
        names(BOB, PUB, room);
        names(BOB, INN, room);
        assertThatThrownBy(() -> deletes(CAROL, PUB)).isInstanceOf(Forbidden.class);

        deletes(BOB, PUB);
        deletes(ALICE, INN);
        assertThat(the(ListAliases.class).list(ALICE, room)).isEmpty();
        assertThatThrownBy(() -> deletes(BOB, PUB)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_deleted_alias_is_taken_out_of_the_canonical_ones_by_who_may() {
        var room = aRoomWithBob();
        names(BOB, PUB, room);
        names(BOB, INN, room);
        var canonical =
                JsonObject.of("alias", PUB.toString()).with("alt_aliases", JsonArray.ofStrings(List.of(PUB, INN)));
        sets(ALICE, room, EventType.CANONICAL_ALIAS, canonical);

        deletes(ALICE, PUB);
        assertThat(state(BOB, room, EventType.CANONICAL_ALIAS))
                .contains(JsonObject.of("alt_aliases", JsonArray.ofStrings(List.of(INN))));
        deletes(BOB, INN);
        assertThat(state(BOB, room, EventType.CANONICAL_ALIAS))
                .contains(JsonObject.of("alt_aliases", JsonArray.ofStrings(List.of(INN))));
    }

    @Test
    void a_room_is_published_by_those_who_name_it() {
        var room = aRoomWithBob();
        assertThat(the(ReadRoomVisibility.class).isPublished(room)).isFalse();
        assertThatThrownBy(() -> publishes(BOB, room)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> publishes(ALICE, RoomId.parse("!nowhere:hirundo.example")))
                .isInstanceOf(NotFound.class);

        publishes(ALICE, room);
        assertThat(the(ReadRoomVisibility.class).isPublished(room)).isTrue();
        the(PublishRoom.class).publish(new PublishRoom.Publish(Server.admin("root"), room, false));
        assertThat(the(ReadRoomVisibility.class).isPublished(room)).isFalse();
        assertThatThrownBy(() -> the(ReadRoomVisibility.class).isPublished(RoomId.parse("!nowhere:hirundo.example")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_list_is_read_page_by_page_there_and_back() {
        for (int number = 1; number <= 5; number++) {
            aPublishedRoom("room " + number, number);
        }
        var first = page(2, Optional.empty());
        var second = page(2, first.nextBatch());
        var third = page(2, second.nextBatch());

        assertThat(names(first)).containsExactly("room 5", "room 4");
        assertThat(first.prevBatch()).isEmpty();
        assertThat(first.total()).isEqualTo(5);
        assertThat(names(second)).containsExactly("room 3", "room 2");
        assertThat(names(third)).containsExactly("room 1");
        assertThat(third.nextBatch()).isEmpty();
        var back = page(2, third.prevBatch());
        assertThat(names(back)).containsExactly("room 3", "room 2");
        var start = page(2, back.prevBatch());
        assertThat(names(start)).containsExactly("room 5", "room 4");
        assertThat(start.prevBatch()).isEmpty();
        assertThat(names(page(2, start.nextBatch()))).containsExactly("room 3", "room 2");
    }

    @Test
    void the_list_is_searched() {
        var found = new ArrayList<RoomId>();
        found.add(aPublishedRoom("The Grand Duke Pub", 1));
        aPublishedRoom("Station", 1);

        var page = the(ListPublicRooms.class)
                .list(new Wanted(
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.of("grand DUKE"),
                        Set.of(),
                        new RoomList.OfServer()));
        assertThat(page.rooms()).extracting(PublishedRoom::room).isEqualTo(found);
        assertThat(the(ListPublicRooms.class).list(Wanted.ALL).rooms()).hasSize(2);
        assertThatThrownBy(() -> page(1, Optional.of("garbage"))).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> page(-1, Optional.empty())).isInstanceOf(InvalidParam.class);
    }

    @Test
    void who_joins_moves_the_room_up_the_list() {
        aPublishedRoom("busy", 2);
        var quiet = aPublishedRoom("quiet", 1);
        assertThat(names(page(10, Optional.empty()))).containsExactly("busy", "quiet");
        joins(BOB, quiet);
        joins(CAROL, quiet);

        assertThat(names(page(10, Optional.empty()))).containsExactly("quiet", "busy");
    }
}
