package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.hirundo.application.device.DeleteDevices;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend.Message;
import org.hirundo.application.port.todevice.ToDeviceStore;
import org.hirundo.application.session.Requester;
import org.hirundo.application.todevice.SendToDevice;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages from device to device. */
public abstract class ToDeviceStory extends PeopleStory {

    private static final String TYPE = "m.room_key_request";

    private static JsonObject text(String text) {
        return JsonObject.of("text", text);
    }

    private static JsonObject to(UserId user, String device, JsonObject content) {
        return JsonObject.of("messages", JsonObject.of(user.toString(), JsonObject.of(device, content)));
    }

    private void sends(Requester sender, String type, String transaction, JsonObject body) {
        the(SendToDevice.class).send(sender, new SendToDevice.Send(type, new TransactionId(transaction), body));
    }

    private List<Message> inbox(UserId user, DeviceId device) {
        return storage()
                .toDevice()
                .inbox(user, device, StreamPosition.START, storage().stream().position(), 1000)
                .stream()
                .map(ToDeviceStore.Waiting::message)
                .toList();
    }

    private List<String> texts(UserId user, DeviceId device) {
        return inbox(user, device).stream()
                .map(message -> message.content().string("text").orElse("?"))
                .toList();
    }

    @Test
    void a_message_waits_for_the_device_it_is_for_and_no_other() {
        var dora = registers("dora");
        var emil = registers("emil");
        var laptop = logsIn(emil.user());
        sends(dora, TYPE, "1", to(emil.user(), emil.device().value(), text("hello")));

        assertThat(inbox(emil.user(), emil.device()))
                .containsExactly(new Message(emil.user(), emil.device(), dora.user(), TYPE, text("hello")));
        assertThat(inbox(emil.user(), laptop.device())).isEmpty();
    }

    @Test
    void a_star_is_all_devices_but_those_that_are_named() {
        var dora = registers("dora");
        var emil = registers("emil");
        var laptop = logsIn(emil.user());
        var body = JsonObject.of(
                "messages",
                JsonObject.of(
                        emil.user().toString(),
                        JsonObject.of("*", text("all")).with(laptop.device().value(), text("laptop"))));
        sends(dora, TYPE, "1", body);

        assertThat(texts(emil.user(), emil.device())).containsExactly("all");
        assertThat(texts(emil.user(), laptop.device())).containsExactly("laptop");
    }

    @Test
    void what_is_sent_first_waits_first() {
        var dora = registers("dora");
        var emil = registers("emil");
        for (int i = 0; i < 5; i++) {
            sends(dora, TYPE, "t" + i, to(emil.user(), "*", text("" + i)));
        }
        assertThat(texts(emil.user(), emil.device())).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    @Tag("easily-missed-3")
    void a_repeated_transaction_sends_nothing_but_one_of_another_type_does() {
        var dora = registers("dora");
        var laptop = requester(logsIn(dora.user()));
        var emil = registers("emil");
        sends(dora, TYPE, "1", to(emil.user(), "*", text("one")));
        sends(dora, TYPE, "1", to(emil.user(), "*", text("one again")));
        restart();
        sends(dora, TYPE, "1", to(emil.user(), "*", text("one once more")));
        sends(dora, "m.dummy", "1", to(emil.user(), "*", text("dummy")));
        sends(dora, "x".repeat(255), "1", to(emil.user(), "*", text("long")));
        sends(laptop, TYPE, "1", to(emil.user(), "*", text("laptop")));

        assertThat(texts(emil.user(), emil.device())).containsExactly("one", "dummy", "long", "laptop");
    }

    @Test
    void a_transaction_repeated_many_times_at_once_sends_one_message() {
        var dora = registers("dora");
        var emil = registers("emil");
        Concurrently.call(20, number -> {
            sends(dora, TYPE, "1", to(emil.user(), "*", text("one")));
            return number;
        });
        assertThat(texts(emil.user(), emil.device())).containsExactly("one");
    }

    @Test
    void messages_to_nobody_go_nowhere() {
        var dora = registers("dora");
        var before = storage().stream().position();
        sends(dora, TYPE, "1", to(UserId.create("nobody", Server.NAME), "*", text("hello")));
        sends(dora, TYPE, "2", to(dora.user(), "NONE", text("hello")));
        sends(dora, TYPE, "3", JsonObject.of("messages", JsonObject.EMPTY));
        assertThat(storage().stream().position()).isEqualTo(before);
        assertThat(inbox(dora.user(), dora.device())).isEmpty();
    }

    @Test
    void a_removed_device_has_no_inbox_any_more() {
        var dora = registers("dora");
        var emil = registers("emil");
        var laptop = logsIn(emil.user());
        sends(dora, TYPE, "1", to(emil.user(), "*", text("hello")));
        the(DeleteDevices.class).delete(emil, Set.of(laptop.device()), authenticated(emil, JsonObject.EMPTY));
        sends(dora, TYPE, "2", to(emil.user(), "*", text("still there?")));

        assertThat(inbox(emil.user(), laptop.device())).isEmpty();
        assertThat(texts(emil.user(), emil.device())).containsExactly("hello", "still there?");
    }

    @Test
    void what_is_no_message_is_refused() {
        var dora = registers("dora");
        assertThatThrownBy(() -> sends(dora, TYPE, "1", JsonObject.EMPTY)).isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> sends(dora, TYPE, "1", JsonObject.of("messages", "hello")))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> sends(dora, TYPE, "1", JsonObject.of("messages", JsonObject.of("dora", text("x")))))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> sends(
                        dora,
                        TYPE,
                        "1",
                        JsonObject.of("messages", JsonObject.of(dora.user().toString(), text("x")))))
                .isInstanceOf(BadJson.class);
    }
}
