package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.sync.SyncAnswer.Typed;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.id.RoomId;

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
        var global = new ArrayList<Typed>();
        var rooms = new HashMap<RoomId, List<Typed>>();
        var rulesChanged = window.isInitial();
        for (var entry : store.changed(window.user(), window.after(), window.upTo())) {
            if (entry.room().isPresent()) {
                var room = entry.room().get();
                if (filter.room().accountData().includes(room, entry.type())) {
                    rooms.computeIfAbsent(room, key -> new ArrayList<>()).add(new Typed(entry.type(), entry.content()));
                }
            } else if (entry.type().equals(PUSH_RULES)) {
                rulesChanged = true;
            } else if (filter.accountData().includes(entry.type())) {
                global.add(new Typed(entry.type(), entry.content()));
            }
        }
        if (rulesChanged && filter.accountData().includes(PUSH_RULES)) {
            global.add(new Typed(PUSH_RULES, settings.pushRules(window.user()).toJson()));
        }
        return new Changed(global, rooms);
    }
}
