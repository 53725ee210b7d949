package org.hirundo.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.receipt.ReceiptThread.Rooted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptContentTest {

    private static final ReceiptThread UNTHREADED = ReceiptThread.unthreaded();
    private static final ReceiptThread MAIN = ReceiptThread.mainTimeline();
    private static final UserId ERIK = UserId.parse("@erikj:jki.re");
    private static final UserId SELF = UserId.parse("@self:example.org");
    private static final RoomId ROOM = RoomId.parse("!some_room:example.org");

    @Test
    void the_content_of_the_specification_is_written() {
        var receipts = List.of(
                receipt(ERIK, ReceiptType.READ, UNTHREADED, "$1435641916114394fHBLK:matrix.org", 1_436_451_550_453L),
                receipt(
                        SELF,
                        ReceiptType.READ_PRIVATE,
                        UNTHREADED,
                        "$1435641916114394fHBLK:matrix.org",
                        1_661_384_801_651L));

        assertThat(ReceiptContent.of(receipts, SELF)).containsExactly(Json.object("""
                {"$1435641916114394fHBLK:matrix.org": {
                   "m.read": {"@erikj:jki.re": {"ts": 1436451550453}},
                   "m.read.private": {"@self:example.org": {"ts": 1661384801651}}}}"""));
    }

    @Test
    void private_receipts_are_for_their_user_alone() {
        var receipts = List.of(receipt(SELF, ReceiptType.READ_PRIVATE, UNTHREADED, "$x", 1));

        assertThat(ReceiptContent.of(receipts, ERIK)).isEmpty();
        assertThat(ReceiptContent.of(receipts, SELF)).hasSize(1);
    }

    @Test
    void receipts_of_several_threads_at_one_event_do_not_cover_each_other() {
        var receipts = List.of(
                receipt(ERIK, ReceiptType.READ, UNTHREADED, "$x", 1),
                receipt(ERIK, ReceiptType.READ, MAIN, "$x", 2),
                receipt(SELF, ReceiptType.READ, MAIN, "$y", 3),
                receipt(ERIK, ReceiptType.READ, new Rooted(EventId.parse("$x")), "$x", 4));

        assertThat(ReceiptContent.of(receipts, SELF))
                .containsExactly(
                        Json.object("{\"$x\": {\"m.read\": {\"@erikj:jki.re\": {\"ts\": 1}}}}"),
                        Json.object("""
                                {"$x": {"m.read": {"@erikj:jki.re": {"ts": 2, "thread_id": "main"}}},
                                 "$y": {"m.read": {"@self:example.org": {"ts": 3, "thread_id": "main"}}}}"""),
                        Json.object("{\"$x\": {\"m.read\": {\"@erikj:jki.re\": {\"ts\": 4, \"thread_id\": \"$x\"}}}}"));
    }

    @Test
    void the_edu_of_the_specification_is_understood_and_written_again() {
        var edu = Json.object("""
                {"!some_room:example.org": {"m.read": {"@john:matrix.org": {
                   "event_ids": ["$read_this_event:matrix.org"], "data": {"ts": 1533358089009, "thread_id": "$threadroot"}}}}}""");

        var receipts = ReceiptEdu.parse(edu, ServerName.parse("matrix.org"));

        assertThat(receipts).containsOnlyKeys(ROOM);
        assertThat(receipts.get(ROOM))
                .containsExactly(receipt(
                        UserId.parse("@john:matrix.org"),
                        ReceiptType.READ,
                        new Rooted(EventId.parse("$threadroot")),
                        "$read_this_event:matrix.org",
                        1_533_358_089_009L));
        assertThat(ReceiptEdu.contents(receipts)).containsExactly(edu);
    }

    @Test
    void a_server_speaks_for_its_own_users_only() {
        var edu = Json.object("""
                {"!some_room:example.org": {"m.read": {
                   "@john:matrix.org": {"event_ids": ["$x"], "data": {"ts": 1}},
                   "@jane:example.com": {"event_ids": ["$x"], "data": {"ts": 1}}}}}""");

        assertThat(ReceiptEdu.parse(edu, ServerName.parse("matrix.org")).get(ROOM))
                .extracting(Receipt::user)
                .containsExactly(UserId.parse("@john:matrix.org"));
        assertThat(ReceiptEdu.parse(edu, ServerName.parse("evil.example"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"!r:example.org\": 1}",
                "{\"r\": {\"m.read\": {\"@john:matrix.org\": {\"event_ids\": [\"$x\"], \"data\": {\"ts\": 1}}}}}",
                "{\"!r:example.org\": {\"m.read.private\": {\"@john:matrix.org\": {\"event_ids\": [\"$x\"], \"data\": {\"ts\": 1}}}}}",
                "{\"!r:example.org\": {\"m.read\": {\"john\": {\"event_ids\": [\"$x\"], \"data\": {\"ts\": 1}}}}}",
                "{\"!r:example.org\": {\"m.read\": {\"@john:matrix.org\": {\"event_ids\": [], \"data\": {\"ts\": 1}}}}}",
                "{\"!r:example.org\": {\"m.read\": {\"@john:matrix.org\": {\"event_ids\": [\"x\"], \"data\": {\"ts\": 1}}}}}",
                "{\"!r:example.org\": {\"m.read\": {\"@john:matrix.org\": {\"event_ids\": [\"$x\"], \"data\": {}}}}}",
                "{\"!r:example.org\": {\"m.read\": {\"@john:matrix.org\": {\"event_ids\": [\"$x\"]}}}}",
                "{\"!r:example.org\": {\"m.read\": {\"@john:matrix.org\": {\"event_ids\": [\"$x\"], \"data\": {\"ts\": 1, \"thread_id\": 5}}}}}"
            })
    void what_is_malformed_in_an_edu_is_left_out(String edu) {
        assertThat(ReceiptEdu.parse(Json.object(edu), ServerName.parse("matrix.org")))
                .isEmpty();
    }

    @Test
    @Tag("easily-missed-25")
    void private_receipts_are_never_federated() {
        assertThat(ReceiptEdu.contents(Map.of(ROOM, List.of(receipt(SELF, ReceiptType.READ_PRIVATE, MAIN, "$x", 1)))))
                .isEmpty();
    }

    @Test
    void receipts_of_several_threads_take_several_edus() {
        var receipts = Map.of(
                ROOM,
                List.of(
                        receipt(SELF, ReceiptType.READ, UNTHREADED, "$x", 1),
                        receipt(SELF, ReceiptType.READ, MAIN, "$x", 2),
                        receipt(ERIK, ReceiptType.READ, MAIN, "$x", 3)));

        assertThat(ReceiptEdu.contents(receipts)).containsExactly(Json.object("""
                        {"!some_room:example.org": {"m.read": {
                           "@self:example.org": {"event_ids": ["$x"], "data": {"ts": 1}},
                           "@erikj:jki.re": {"event_ids": ["$x"], "data": {"ts": 3, "thread_id": "main"}}}}}"""), Json.object("""
                        {"!some_room:example.org": {"m.read": {
                           "@self:example.org": {"event_ids": ["$x"], "data": {"ts": 2, "thread_id": "main"}}}}}"""));
    }

    private static Receipt receipt(UserId user, ReceiptType type, ReceiptThread thread, String event, long ts) {
        return new Receipt(user, type, thread, EventId.parse(event), ts);
    }
}
