package org.hirundo.contract.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Waiters;
import org.hirundo.application.sync.SlidingAnswer;
import org.hirundo.application.sync.SlidingRequest;
import org.hirundo.application.sync.SlidingSync;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.presence.Presence;
import org.hirundo.domain.sync.SlidingForm;
import org.hirundo.domain.sync.SlidingQuery;

/** A client of sliding sync about to ask. It is not marked as online by it. */
record SlidingAsking(Server server, Requester user, SlidingForm form, String body, Optional<String> pos) {

    /** Far longer than any story takes. */
    private static final Duration LONG = Duration.ofMinutes(1);

    SlidingAsking after(SlidingAnswer answer) {
        return at(answer.pos());
    }

    SlidingAsking at(String position) {
        return new SlidingAsking(server, user, form, body, Optional.of(position));
    }

    private SlidingAnswer ask(Duration timeout) {
        var query = SlidingQuery.parse(form, user.user(), JsonParser.parseObject(body.getBytes(UTF_8)));
        return server.get(SlidingSync.class).sync(new SlidingRequest(user, pos, timeout, Presence.OFFLINE, query));
    }

    /** Asks, and gets the answer. */
    SlidingAnswer now() {
        return ask(Duration.ZERO);
    }

    /** Asks and waits for news; this returns when the client is known to wait. */
    Waiting waiting() {
        var answer = CompletableFuture.supplyAsync(() -> ask(LONG), task -> Thread.startVirtualThread(task));
        var waiters = server.get(Waiters.class);
        while (!waiters.isWaiting(user.user()) && !answer.isDone()) {
            Thread.onSpinWait();
        }
        return new Waiting(answer);
    }

    /** A client that waits. */
    record Waiting(CompletableFuture<SlidingAnswer> answer) {

        /** What it was told; it fails when nobody wakes it, long before its own time is over. */
        SlidingAnswer news() {
            return answer.orTimeout(LONG.toSeconds() / 2, TimeUnit.SECONDS).join();
        }
    }
}
