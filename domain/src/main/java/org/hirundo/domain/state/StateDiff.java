package org.hirundo.domain.state;

/** Compares two parts of {@link StateMap}s, passing over what they share. */
final class StateDiff {

    /** Is told the differences. The cursor stands on the entry and moves on afterwards. */
    interface Changes {

        /** The entry is new, or has another event. */
        void set(EntryCursor entry);

        /** The entry is gone. */
        void removed(EntryCursor entry);
    }

    private final Changes changes;

    private StateDiff(Changes changes) {
        this.changes = changes;
    }

    static void between(StateNode before, StateNode after, Changes changes) {
        new StateDiff(changes).compare(before, after, 0);
    }

    private void compare(StateNode before, StateNode after, int level) {
        if (before == after) {
            return;
        }
        if (before instanceof StateBucket oldBucket && after instanceof StateBucket newBucket) {
            compare(oldBucket.cursor(), newBucket.cursor());
            return;
        }
        var oldBranch = spread(before, level);
        var newBranch = spread(after, level);
        for (int slot = 0; slot < PackedTuple.SLOTS; slot++) {
            compare(oldBranch.child(slot), newBranch.child(slot), level + 1);
        }
    }

    private static StateBranch spread(StateNode node, int level) {
        return switch (node) {
            case StateBranch branch -> branch;
            case StateBucket bucket -> StateBranch.of(bucket, level);
        };
    }

    /** Both are in the order of their tuples. */
    private void compare(EntryCursor before, EntryCursor after) {
        boolean hasOld = before.next();
        boolean hasNew = after.next();
        while (hasOld || hasNew) {
            int order = !hasOld ? 1 : !hasNew ? -1 : before.compareTuple(after);
            if (order < 0) {
                changes.removed(before);
            } else if (order > 0 || !before.hasEventOf(after)) {
                changes.set(after);
            }
            hasOld = order <= 0 ? before.next() : hasOld;
            hasNew = order >= 0 ? after.next() : hasNew;
        }
    }
}
