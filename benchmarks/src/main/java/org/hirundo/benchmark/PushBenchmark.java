package org.hirundo.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushContext;
import org.hirundo.domain.push.PushEvaluator;
import org.hirundo.domain.push.PushRuleKind;
import org.hirundo.domain.push.PushRuleset;
import org.hirundo.domain.push.PushSubject;
import org.hirundo.domain.room.PowerLevels;
import org.hirundo.domain.room.RoomVersion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The push rules of a hundred members judge one message. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PushBenchmark {

    private static final int MEMBERS = 100;

    /** How many words each member wants to hear of, besides the rules that everybody has. */
    @Param({"0", "20"})
    public int keywords;

    private record Member(PushEvaluator rules, PushContext context) {}

    private final SignedRoom room = SignedRoom.of(RoomVersion.DEFAULT, MEMBERS);
    private final Event message = room.says(
            SignedRoom.user(1),
            "Could somebody who knows the swallows of the south have a look at the second nest from the left?");
    private List<Member> members = List.of();

    /** Gives the members their rules. */
    @Setup
    public void makeRules() {
        var create = room.events(room.state().eventIds()).values().stream()
                .filter(judged -> judged.event().isType(EventType.CREATE))
                .findFirst()
                .orElseThrow()
                .event();
        var levels = PowerLevels.of(create, Optional.empty());
        members = IntStream.rangeClosed(1, MEMBERS)
                .mapToObj(number -> new Member(
                        PushEvaluator.of(rules(SignedRoom.user(number))),
                        new PushContext(
                                MEMBERS,
                                Optional.of("User user" + number),
                                levels,
                                root -> false,
                                id -> Optional.empty())))
                .toList();
    }

    private PushRuleset rules(UserId user) {
        var rules = PushRuleset.defaultsOf(user);
        for (int number = 0; number < keywords; number++) {
            var body = JsonObject.of("pattern", "keyword" + number)
                    .with("actions", JsonArray.ofStrings(List.of("notify")));
            rules = rules.put(PushRuleKind.CONTENT, "own" + number, body, Optional.empty(), Optional.empty());
        }
        return rules;
    }

    /** Judges for all members. */
    @Benchmark
    public int judge() {
        var subject = PushSubject.of(message);
        int notified = 0;
        for (var member : members) {
            if (member.rules().evaluate(subject, member.context()).notifies()) {
                notified++;
            }
        }
        return notified;
    }
}
