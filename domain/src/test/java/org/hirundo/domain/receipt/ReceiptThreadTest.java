package org.hirundo.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.TestEvents;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.receipt.ReceiptThread.Rooted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptThreadTest {

    private static final ReceiptThread UNTHREADED = ReceiptThread.unthreaded();
    private static final ReceiptThread MAIN = ReceiptThread.mainTimeline();
    private static final EventId ROOT = EventId.parse("$root");

    private final Map<EventId, Event> events = new HashMap<>();

    @Test
    void a_receipt_is_for_the_room_for_what_is_in_no_thread_or_for_a_thread() {
        assertThat(parse("{}")).isEqualTo(UNTHREADED);
        assertThat(parse("{\"thread_id\": \"main\"}")).isEqualTo(MAIN);
        assertThat(parse("{\"thread_id\": \"$root\"}")).isEqualTo(new Rooted(ROOT));
        assertThat(UNTHREADED.threadId()).isEmpty();
        assertThat(MAIN.threadId()).contains("main");
        assertThat(new Rooted(ROOT).threadId()).contains("$root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "1", "null", "[\"main\"]", "{}", "\"Main\"", "\"root\"", "\"!room:example.org\""})
    void other_threads_there_are_none(String threadId) {
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> parse("{\"thread_id\": " + threadId + "}"));
    }

    @Test
    void an_event_is_in_the_thread_of_its_relation() {
        assertThat(threadOf(event("$reply", relation("m.thread", "$root")))).isEqualTo(new Rooted(ROOT));
    }

    @Test
    void an_event_without_relation_is_in_no_thread() {
        assertThat(threadOf(event("$plain", "{}"))).isEqualTo(MAIN);
        assertThat(threadOf(event("$odd", "{\"m.relates_to\": \"m.thread\"}"))).isEqualTo(MAIN);
        assertThat(threadOf(event("$lost", relation("m.thread", "nowhere")))).isEqualTo(MAIN);
        assertThat(threadOf(event("$answer", "{\"m.relates_to\": {\"m.in_reply_to\": {\"event_id\": \"$root\"}}}")))
                .isEqualTo(MAIN);
    }

    @Test
    void what_relates_to_an_event_in_a_thread_is_in_the_thread() {
        event("$reply", relation("m.thread", "$root"));
        event("$edit", relation("m.replace", "$reply"));

        assertThat(threadOf(event("$reaction", relation("m.annotation", "$reply"))))
                .isEqualTo(new Rooted(ROOT));
        assertThat(threadOf(event("$far", relation("m.reference", "$edit")))).isEqualTo(new Rooted(ROOT));
    }

    @Test
    void a_root_and_what_relates_to_it_otherwise_are_in_no_thread() {
        var root = event("$root", "{}");

        assertThat(threadOf(root)).isEqualTo(MAIN);
        assertThat(threadOf(event("$reaction", relation("m.annotation", "$root"))))
                .isEqualTo(MAIN);
    }

    @Test
    void relations_are_followed_three_times_at_most() {
        event("$reply", relation("m.thread", "$root"));
        event("$1", relation("m.reference", "$reply"));
        event("$2", relation("m.reference", "$1"));
        var third = event("$3", relation("m.reference", "$2"));
        var fourth = event("$4", relation("m.reference", "$3"));

        assertThat(threadOf(third)).isEqualTo(new Rooted(ROOT));
        assertThat(threadOf(fourth)).isEqualTo(MAIN);
    }

    @Test
    void events_that_relate_to_each_other_do_no_harm() {
        event("$a", relation("m.reference", "$b"));

        assertThat(threadOf(event("$b", relation("m.reference", "$a")))).isEqualTo(MAIN);
    }

    @Test
    void a_receipt_is_for_an_event_of_its_thread() {
        var root = event("$root", "{}");
        var reply = event("$reply", relation("m.thread", "$root"));
        var plain = event("$plain", "{}");
        var thread = new Rooted(ROOT);

        for (var event : List.of(root, reply, plain)) {
            assertThatCode(() -> check(UNTHREADED, event)).doesNotThrowAnyException();
        }
        assertThatCode(() -> check(MAIN, plain)).doesNotThrowAnyException();
        assertThatCode(() -> check(thread, reply)).doesNotThrowAnyException();
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> check(MAIN, reply));
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> check(thread, plain));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> check(new Rooted(EventId.parse("$other")), reply));
    }

    @Test
    void a_root_and_what_relates_to_it_may_be_named_for_the_thread_and_for_the_main_timeline() {
        var root = event("$root", "{}");
        var reference = event("$reference", relation("m.reference", "$root"));
        var reaction = event("$reaction", relation("m.annotation", "$reference"));

        for (var event : List.of(root, reference, reaction)) {
            assertThatCode(() -> check(MAIN, event)).doesNotThrowAnyException();
            assertThatCode(() -> check(new Rooted(ROOT), event)).doesNotThrowAnyException();
        }
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> check(new Rooted(EventId.parse("$other")), reaction));
    }

    private void check(ReceiptThread thread, Event event) {
        thread.check(event, id -> Optional.ofNullable(events.get(id)));
    }

    private static ReceiptThread parse(String body) {
        return ReceiptThread.parse(Json.object(body));
    }

    private ReceiptThread threadOf(Event event) {
        return ReceiptThread.ofEvent(event, id -> Optional.ofNullable(events.get(id)));
    }

    private static String relation(String type, String parent) {
        return "{\"m.relates_to\": {\"rel_type\": \"" + type + "\", \"event_id\": \"" + parent + "\"}}";
    }

    private Event event(String id, String content) {
        var event = TestEvents.message(id, content);
        events.put(event.id(), event);
        return event;
    }
}
