package org.hirundo.contract.story;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.application.port.relation.RelationStore;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.stream.StreamStore;

/** Writes down the calls that a server makes to its storage. */
final class CallCounter {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Storage storage;

    CallCounter(Storage counted) {
        storage = new Storage(
                counting(StreamStore.class, counted.stream()),
                counting(RoomStore.class, counted.rooms()),
                counting(EventStore.class, counted.events()),
                counting(RelationStore.class, counted.relations()),
                counting(MembershipStore.class, counted.memberships()),
                counting(DirectoryStore.class, counted.directory()),
                counted.accounts(),
                counted.sessions(),
                counted.uia(),
                counted.deviceKeys(),
                counted.oneTimeKeys(),
                counted.dehydratedDevices(),
                counted.keyBackups(),
                counted.toDevice(),
                counting(AccountDataStore.class, counted.accountData()),
                counting(ProfileStore.class, counted.profiles()),
                counted.receipts(),
                counted.filters(),
                counted.media(),
                counted.previews(),
                counted.followers(),
                counted.search(),
                counted.push(),
                counted.reports(),
                counted.loginTokens(),
                counted.delayedEvents(),
                counted.registrationTokens(),
                counted.threadSubscriptions(),
                counted.threepids(),
                counted.validations(),
                counted.appservices(),
                () -> {});
    }

    /** The storage through which calls are written down. */
    Storage storage() {
        return storage;
    }

    /** The calls since this was last asked, as {@code port.method}. */
    List<String> calls() {
        var made = List.copyOf(calls);
        calls.clear();
        return made;
    }

    private <T> T counting(Class<T> port, T counted) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    calls.add(port.getSimpleName() + "." + method.getName());
                    try {
                        return method.invoke(counted, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
