package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.sync.SyncAnswer.Typed;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/** The account data that changed, global and by room. Push rules are account data too, made whole from what is stored. */
@Singleton
final class AccountDataSource {

    private static final String PUSH_RULES = AccountDataType.PUSH_RULES.value();

    private final AccountDataStore store;
    private final ChangeIndex changes;
    private final UserSettings settings;

    /** What changed. */
    record Changed(List<Typed> global, Map<RoomId, List<Typed>> rooms) {

        static final Changed NOTHING = new Changed(List.of(), Map.of());
    }

    @Inject
    AccountDataSource(AccountDataStore store, ChangeIndex changes, UserSettings settings) {
        this.store = store;
        this.changes = changes;
        this.settings = settings;
    }

    Changed changed(SyncWindow window) {
        if (!window.isInitial()
                && !changes.mayHaveChanged(window.user(), ChangeIndex.Section.ACCOUNT_DATA, window.after())) {
            return Changed.NOTHING;
        }
        var filter = window.filter();
        return changed(
                window.user(),
                window.after(),
                window.upTo(),
                entry -> isNews(entry, window.after())
                        && entry.room()
                                .map(room -> filter.room().accountData().includes(room, entry.type()))
                                .orElseGet(() -> filter.accountData().includes(entry.type())),
                window.isInitial() && filter.accountData().includes(PUSH_RULES));
    }

    /**
     * Whether the entry is something to tell a client that knows what was there up to a position: a client that knows nothing is not
     * told of what was deleted.
     */
    static boolean isNews(AccountDataStore.Entry entry, StreamPosition known) {
        return entry.position().isAfter(known)
                && (!known.equals(StreamPosition.START)
                        || !entry.content().isEmpty()
                        || entry.type().equals(PUSH_RULES));
    }

    /**
     * What changed after the one and at or before the other position.
     *
     * @param wanted which of it
     * @param rules whether the push rules are told even when they did not change
     */
    Changed changed(
            UserId user,
            StreamPosition after,
            StreamPosition upTo,
            Predicate<AccountDataStore.Entry> wanted,
            boolean rules) {
        var global = new ArrayList<Typed>();
        var rooms = new HashMap<RoomId, List<Typed>>();
        boolean rulesTold = rules;
        for (var entry : store.changed(user, after, upTo)) {
            if (!wanted.test(entry)) {
                continue;
            }
            if (entry.room().isPresent()) {
                rooms.computeIfAbsent(entry.room().get(), key -> new ArrayList<>())
                        .add(new Typed(entry.type(), entry.content()));
            } else if (entry.type().equals(PUSH_RULES)) {
                rulesTold = true;
            } else {
                global.add(new Typed(entry.type(), entry.content()));
            }
        }
        if (rulesTold) {
            global.add(new Typed(PUSH_RULES, settings.pushRules(user).toJson()));
        }
        return new Changed(global, rooms);
    }
}
