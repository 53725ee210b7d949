package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.domain.id.UserId;

/**
 * Who has pushers, kept in memory so that a message in a room of thousands asks the store about few. Who had one since the start
 * stays: that costs a question more and never a notification.
 */
@Singleton
final class PushedUsers {

    private final Set<UserId> users = ConcurrentHashMap.newKeySet();

    @Inject
    PushedUsers(PushStore store) {
        users.addAll(store.users());
    }

    void add(UserId user) {
        users.add(user);
    }

    boolean isEmpty() {
        return users.isEmpty();
    }

    boolean contains(UserId user) {
        return users.contains(user);
    }

    /** Those of the users. */
    Set<UserId> among(Collection<UserId> others) {
        return others.size() < users.size()
                ? others.stream().filter(users::contains).collect(Collectors.toSet())
                : users.stream().filter(others::contains).collect(Collectors.toSet());
    }
}
