package org.hirundo.domain.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;

class SnapshotChainProperties {

    private final Map<EventId, Snapshot> stored = new HashMap<>();

    @Property(tries = 100)
    void reading_a_snapshot_by_its_bases_gives_the_state_it_was_made_of(@ForAll("changes") List<StateDelta> changes) {
        var chain = SnapshotChain.EMPTY;
        var states = new ArrayList<StateMap>();
        for (int i = 0; i < changes.size(); i++) {
            chain = chain.append(snapshotId(i), changes.get(i));
            stored.put(snapshotId(i), chain.latest());
            states.add(chain.state());
        }

        for (int i = 0; i < changes.size(); i++) {
            var read = SnapshotChain.of(withBases(snapshotId(i)));
            assertThat(read.state()).isEqualTo(states.get(i));
            assertThat(read.id()).contains(snapshotId(i));
        }
    }

    @Property(tries = 100)
    void a_chain_that_was_read_goes_on_like_the_one_that_was_written(
            @ForAll("changes") List<StateDelta> changes, @ForAll("changes") List<StateDelta> more) {
        var written = SnapshotChain.EMPTY;
        for (int i = 0; i < changes.size(); i++) {
            written = written.append(snapshotId(i), changes.get(i));
            stored.put(snapshotId(i), written.latest());
        }
        var read = changes.isEmpty()
                ? SnapshotChain.EMPTY
                : SnapshotChain.of(withBases(written.id().orElseThrow()));
        for (int i = 0; i < more.size(); i++) {
            written = written.append(snapshotId(changes.size() + i), more.get(i));
            read = read.append(snapshotId(changes.size() + i), more.get(i));
            assertThat(read.latest()).isEqualTo(written.latest());
        }
    }

    @Example
    void a_snapshot_has_at_most_log_n_bases_and_one_change_is_written_log_n_times() {
        int count = 4_096;
        var chain = SnapshotChain.EMPTY;
        long entriesWritten = 0;
        for (int i = 0; i < count; i++) {
            chain = chain.append(snapshotId(i), StateDelta.setting(tuple(i), snapshotId(i)));
            stored.put(snapshotId(i), chain.latest());
            entriesWritten += chain.latest().delta().size();

            int logarithm = 63 - Long.numberOfLeadingZeros(i + 1);
            assertThat(withBases(snapshotId(i))).hasSizeLessThanOrEqualTo(logarithm + 1);
        }

        // Ordinal n writes as many changes as its lowest set bit says: log2(n) / 2 + 1 for each change on average.
        assertThat(entriesWritten).isEqualTo(count * 12L / 2 + count);
    }

    @Example
    void a_change_that_was_taken_back_since_the_base_is_not_written() {
        var chain = SnapshotChain.EMPTY
                .append(snapshotId(0), StateDelta.setting(tuple(0), snapshotId(0)))
                .append(snapshotId(1), StateDelta.setting(tuple(1), snapshotId(1)))
                .append(snapshotId(2), new StateDelta(Map.of(), Set.of(tuple(1))))
                .append(snapshotId(3), StateDelta.NONE);

        assertThat(chain.latest().ordinal()).isEqualTo(4);
        assertThat(chain.latest().delta()).isEqualTo(StateDelta.setting(tuple(0), snapshotId(0)));
    }

    @Example
    void branches_share_the_snapshots_before_the_fork() {
        var trunk = SnapshotChain.EMPTY
                .append(snapshotId(0), StateDelta.setting(tuple(0), snapshotId(0)))
                .append(snapshotId(1), StateDelta.setting(tuple(1), snapshotId(1)));
        var one = trunk.append(snapshotId(2), StateDelta.setting(tuple(2), snapshotId(2)));
        var other = trunk.append(snapshotId(3), StateDelta.setting(tuple(2), snapshotId(3)));

        assertThat(one.latest().base()).contains(snapshotId(1));
        assertThat(other.latest().base()).contains(snapshotId(1));
        assertThat(one.latest().ordinal()).isEqualTo(other.latest().ordinal()).isEqualTo(3);
        assertThat(one.state()).isNotEqualTo(other.state());
    }

    @Example
    void snapshots_that_are_not_bases_of_one_another_are_no_chain() {
        var first = new Snapshot(snapshotId(0), 1, Optional.empty(), StateDelta.NONE);
        var second = new Snapshot(snapshotId(1), 2, Optional.empty(), StateDelta.NONE);
        var third = new Snapshot(snapshotId(2), 3, Optional.of(snapshotId(1)), StateDelta.NONE);

        assertThat(SnapshotChain.of(List.of(third, second)).id()).contains(snapshotId(2));
        assertThatThrownBy(() -> SnapshotChain.of(List.of(third, first))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SnapshotChain.of(List.of(third))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SnapshotChain.of(List.of(second, first))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Snapshot(snapshotId(2), 3, Optional.empty(), StateDelta.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Snapshot(snapshotId(2), 4, Optional.of(snapshotId(0)), StateDelta.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SnapshotChain.EMPTY.latest()).isInstanceOf(IllegalStateException.class);
    }

    @Provide
    Arbitrary<List<StateDelta>> changes() {
        var tuples = Arbitraries.integers().between(0, 30).map(SnapshotChainProperties::tuple);
        var events = Arbitraries.integers().between(1_000, 1_010).map(SnapshotChainProperties::snapshotId);
        var set = Arbitraries.maps(tuples, events).ofMaxSize(3);
        var removed = tuples.set().ofMaxSize(2);
        return Combinators.combine(set, removed)
                .as((added, gone) -> {
                    var kept = new HashMap<>(added);
                    kept.keySet().removeAll(gone);
                    return new StateDelta(kept, gone);
                })
                .list()
                .ofMaxSize(40);
    }

    private List<Snapshot> withBases(EventId id) {
        var snapshots = new ArrayList<Snapshot>();
        var next = Optional.of(id);
        while (next.isPresent()) {
            var snapshot = stored.get(next.get());
            snapshots.add(snapshot);
            next = snapshot.base();
        }
        return snapshots;
    }

    private static StateTuple tuple(int number) {
        return new StateTuple(EventType.MEMBER, "@user" + number + ":example.org");
    }

    private static EventId snapshotId(int number) {
        return new EventId("$snapshot" + number);
    }
}
