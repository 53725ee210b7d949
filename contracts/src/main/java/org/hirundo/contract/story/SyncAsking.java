package org.hirundo.contract.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Waiters;
import org.hirundo.application.sync.Sync;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.application.sync.SyncRequest;
import org.hirundo.application.sync.SyncToken;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.presence.Presence;
import org.hirundo.domain.sync.Filter;

/** A client about to ask for news. It is not marked as online by it, unless the story says so. */
record SyncAsking(Server server, SyncRequest request) {

    /** Far longer than any story takes. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** A client that begins anew and waits for nothing. */
    static SyncAsking of(Server server, Requester user) {
        return new SyncAsking(
                server,
                new SyncRequest(user, Optional.empty(), Filter.ALL, false, false, Duration.ZERO, Presence.OFFLINE));
    }

    SyncAsking since(SyncAnswer answer) {
        return since(answer.nextBatch());
    }

    SyncAsking since(SyncToken token) {
        return with(Optional.of(token), request.filter(), request.fullState(), request.stateAfter());
    }

    SyncAsking filter(String json) {
        var filter = Filter.parse(JsonParser.parseObject(json.getBytes(UTF_8)));
        return with(request.since(), filter, request.fullState(), request.stateAfter());
    }

    SyncAsking fullState() {
        return with(request.since(), request.filter(), true, request.stateAfter());
    }

    SyncAsking stateAfter() {
        return with(request.since(), request.filter(), request.fullState(), true);
    }

    SyncAsking as(Presence presence) {
        return with(request.timeout(), presence);
    }

    SyncAsking timeout(Duration timeout) {
        return with(timeout, request.presence());
    }

    private SyncAsking with(Optional<SyncToken> since, Filter filter, boolean fullState, boolean stateAfter) {
        return new SyncAsking(
                server,
                new SyncRequest(
                        request.requester(),
                        since,
                        filter,
                        fullState,
                        stateAfter,
                        request.timeout(),
                        request.presence()));
    }

    private SyncAsking with(Duration timeout, Presence presence) {
        return new SyncAsking(
                server,
                new SyncRequest(
                        request.requester(),
                        request.since(),
                        request.filter(),
                        request.fullState(),
                        request.stateAfter(),
                        timeout,
                        presence));
    }

    /** Asks, and gets the answer. */
    SyncAnswer now() {
        return server.get(Sync.class).sync(request);
    }

    /** Asks and waits for news; this returns when the client is known to wait. */
    Waiting waiting() {
        var patient = timeout(LONG);
        var answer = CompletableFuture.supplyAsync(patient::now, task -> Thread.startVirtualThread(task));
        var waiters = server.get(Waiters.class);
        while (!waiters.isWaiting(request.requester().user()) && !answer.isDone()) {
            Thread.onSpinWait();
        }
        return new Waiting(answer);
    }

    /** A client that waits. */
    record Waiting(CompletableFuture<SyncAnswer> answer) {

        /** What it was told; it fails when nobody wakes it, long before its own time is over. */
        SyncAnswer news() {
            return answer.orTimeout(LONG.toSeconds() / 2, TimeUnit.SECONDS).join();
        }
    }
}
