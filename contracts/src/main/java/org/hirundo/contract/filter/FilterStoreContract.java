package org.hirundo.contract.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.hirundo.application.port.filter.FilterStore;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What every {@link FilterStore} guarantees. */
public abstract class FilterStoreContract extends StorageContract {

    private FilterStore store() {
        return storage().filters();
    }

    @Test
    void a_filter_is_found_by_its_id() {
        var id = store().save(Users.ALICE, Contents.AWKWARD);

        assertThat(store().find(Users.ALICE, id)).contains(Contents.AWKWARD);
    }

    @Test
    void the_empty_filter_is_a_filter() {
        var id = store().save(Users.ALICE, JsonObject.EMPTY);

        assertThat(id).isNotEmpty();
        assertThat(store().find(Users.ALICE, id)).contains(JsonObject.EMPTY);
    }

    @Test
    void an_unknown_filter_is_not_found() {
        var id = store().save(Users.ALICE, Contents.numbered(1));

        assertThat(store().find(Users.ALICE, id + "x")).isEmpty();
        assertThat(store().find(Users.ALICE, "")).isEmpty();
        assertThat(store().find(Users.ALICE, "no\u0000thing")).isEmpty();
    }

    @Test
    void a_filter_belongs_to_its_user() {
        var id = store().save(Users.ALICE, Contents.numbered(1));
        var capitalId = store().save(Users.CAPITAL_ALICE, Contents.numbered(2));

        assertThat(store().find(Users.BOB, id)).isEmpty();
        assertThat(store().find(Users.ALICE, id)).contains(Contents.numbered(1));
        assertThat(store().find(Users.CAPITAL_ALICE, capitalId)).contains(Contents.numbered(2));
    }

    @Test
    void the_same_filter_has_the_same_id_whatever_the_order_of_its_members() {
        var oneWay = JsonObject.of("a", "1").with("b", "2");
        var otherWay = JsonObject.of("b", "2").with("a", "1");

        assertThat(store().save(Users.ALICE, oneWay))
                .isEqualTo(store().save(Users.ALICE, otherWay))
                .isEqualTo(store().save(Users.ALICE, oneWay));
    }

    @Test
    void different_filters_have_different_ids_that_do_not_begin_with_a_brace() {
        var ids = new HashSet<String>();
        for (int number = 0; number < 100; number++) {
            ids.add(store().save(Users.ALICE, Contents.numbered(number)));
        }

        assertThat(ids).hasSize(100).noneMatch(id -> id.startsWith("{"));
    }

    @Test
    void concurrent_callers_with_the_same_filter_get_the_same_id() {
        var ids = Concurrently.call(12, caller -> store().save(Users.ALICE, Contents.numbered(1)));

        assertThat(Set.copyOf(ids)).hasSize(1);
        assertThat(store().find(Users.ALICE, ids.getFirst())).contains(Contents.numbered(1));
    }

    @Test
    void concurrent_callers_with_different_filters_get_different_ids() {
        var ids = Concurrently.call(12, caller -> store().save(Users.ALICE, Contents.numbered(caller)));

        for (int caller = 0; caller < 12; caller++) {
            assertThat(store().find(Users.ALICE, ids.get(caller))).contains(Contents.numbered(caller));
        }
    }

    @Test
    void users_are_compared_by_bytes_and_not_cut_off() {
        for (var user : Users.awkward()) {
            var filter = JsonObject.of("of", user.toString());

            assertThat(store().find(user, store().save(user, filter))).contains(filter);
        }
    }
}
