package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hirundo.application.accountdata.DeleteTag;
import org.hirundo.application.accountdata.SetTag;
import org.hirundo.application.push.ChangePushRule;
import org.hirundo.application.push.PushRuleChange;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushRuleKind;
import org.junit.jupiter.api.Test;

/** What a user keeps on the server, as it comes to all of their clients. */
public abstract class SyncAccountDataStory extends SyncStory {

    @Test
    void account_data_is_told_with_the_room_it_is_of_and_once() {
        var dora = registers("dora");
        var room = created(aPublicRoomOf(dora));
        var first = syncs(dora);
        assertThat(contents(first.accountData(), "m.push_rules")).hasSize(1);
        keeps(dora, Optional.empty(), "org.example.diary", JsonObject.of("a", "1"));
        keeps(dora, Optional.empty(), "org.example.diary", JsonObject.of("a", "2"));
        keeps(dora, Optional.of(room), "org.example.diary", JsonObject.of("b", "1"));
        var second = syncs(dora, first);

        assertThat(second.accountData())
                .containsExactly(new SyncAnswer.Typed("org.example.diary", JsonObject.of("a", "2")));
        assertThat(in(second, room).accountData())
                .containsExactly(new SyncAnswer.Typed("org.example.diary", JsonObject.of("b", "1")));
        assertThat(in(second, room).timeline().events()).isEmpty();
        var third = syncs(dora, second);
        assertThat(third.accountData()).isEmpty();
        assertThat(third.rooms().joined()).isEmpty();
    }

    @Test
    void what_is_deleted_is_told_once_and_to_nobody_who_knows_nothing() {
        var dora = registers("dora");
        var room = created(aPublicRoomOf(dora));
        keeps(dora, Optional.empty(), "org.example.diary", JsonObject.of("a", "1"));
        keeps(dora, Optional.of(room), "org.example.diary", JsonObject.of("b", "1"));
        var first = syncs(dora);
        keeps(dora, Optional.empty(), "org.example.diary", JsonObject.EMPTY);
        keeps(dora, Optional.of(room), "org.example.diary", JsonObject.EMPTY);
        var second = syncs(dora, first);

        assertThat(contents(second.accountData(), "org.example.diary")).containsExactly(JsonObject.EMPTY);
        assertThat(contents(in(second, room).accountData(), "org.example.diary"))
                .containsExactly(JsonObject.EMPTY);
        var initial = syncs(dora);
        assertThat(contents(initial.accountData(), "org.example.diary")).isEmpty();
        assertThat(contents(in(initial, room).accountData(), "org.example.diary"))
                .isEmpty();
    }

    @Test
    void tags_come_as_account_data_of_their_room() {
        var dora = registers("dora");
        var room = created(aPublicRoomOf(dora));
        var first = syncs(dora);
        the(SetTag.class).set(dora, dora.user(), new SetTag.Tag(room, "m.favourite", JsonObject.EMPTY));
        var second = syncs(dora, first);
        the(DeleteTag.class).delete(dora, dora.user(), room, "m.favourite");
        var third = syncs(dora, second);

        assertThat(contents(in(second, room).accountData(), "m.tag"))
                .containsExactly(JsonObject.of("tags", JsonObject.of("m.favourite", JsonObject.EMPTY)));
        assertThat(contents(in(third, room).accountData(), "m.tag"))
                .containsExactly(JsonObject.of("tags", JsonObject.EMPTY));
    }

    @Test
    void push_rules_come_whole_when_one_changed() {
        var dora = registers("dora");
        var first = syncs(dora);
        the(ChangePushRule.class)
                .change(dora, new PushRuleChange.Enable(PushRuleKind.UNDERRIDE, ".m.rule.message", false));
        var rules = contents(syncs(dora, first).accountData(), "m.push_rules");

        assertThat(rules).hasSize(1);
        assertThat(rules.getFirst().object("global").orElseThrow().names())
                .containsExactlyInAnyOrder("override", "content", "room", "sender", "underride");
        assertThat(rules).isNotEqualTo(contents(first.accountData(), "m.push_rules"));
    }

    @Test
    void account_data_is_nobody_elses() {
        var dora = registers("dora");
        var emil = registers("emil");
        var room = created(aPublicRoomOf(dora));
        joins(emil, room);
        var first = syncs(emil);
        keeps(dora, Optional.empty(), "org.example.diary", JsonObject.of("a", "1"));
        keeps(dora, Optional.of(room), "org.example.diary", JsonObject.of("b", "1"));

        var second = syncs(emil, first);
        assertThat(second.accountData()).isEmpty();
        assertThat(second.rooms().joined()).isEmpty();
        assertThat(contents(syncs(emil).accountData(), "org.example.diary")).isEmpty();
    }
}
