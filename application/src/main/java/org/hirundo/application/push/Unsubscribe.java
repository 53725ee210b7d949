package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.domain.id.UserId;

/** Somebody who has a mail about what is unread wants no more of them. */
@Singleton
public final class Unsubscribe {

    /** The page that the links in the mails lead to. */
    public static final String PATH = "/_matrix/client/unstable/pushers/email/unsubscribe";

    private final PushStore store;
    private final UnsubscribeLinks links;
    private final RateLimiter limits;

    @Inject
    Unsubscribe(PushStore store, UnsubscribeLinks links, RateLimiter limits) {
        this.store = store;
        this.links = links;
        this.limits = limits;
    }

    /** What is in the link, and where the request comes from. */
    public record Wish(String user, String token, String address) {}

    /** Removes the pusher that the link is of; false when it is of none, or of one that was removed before. */
    public boolean unsubscribe(Wish wish) {
        limits.spendFrom(wish.address(), Cost.REGISTRATION_QUERY);
        var pusher = UserId.find(wish.user())
                .flatMap(user -> store.of(Set.of(user)).getOrDefault(user, List.of()).stream()
                        .map(Pusher::key)
                        .filter(Pusher.Key::isMail)
                        .filter(key -> links.isOf(key, wish.token()))
                        .findFirst());
        pusher.ifPresent(store::remove);
        return pusher.isPresent();
    }
}
