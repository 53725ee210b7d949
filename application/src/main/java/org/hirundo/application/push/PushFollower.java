package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.application.port.push.PushStore.Waiting;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.room.InvitePermission;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.Follower;
import org.hirundo.application.stream.Following;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.stream.StreamListener;
import org.hirundo.application.timeline.Visibility;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushSubject;
import org.hirundo.domain.room.Membership;

/**
 * Follows the stream for all pushers: what notifies a user who has some is put where it waits for {@link PushDelivery} or {@link
 * MailDelivery}, durably, before the follower's place moves on. Who reads makes the numbers on their apps' icons change; that is
 * told as well as may be.
 */
@Singleton
public final class PushFollower implements Follower, StreamListener {

    /** So many events wait for a pusher at most; when a gateway is away for long, the oldest are dropped. */
    static final int MAX_WAITING = 100;

    private final PushStore store;
    private final PushedUsers pushedUsers;
    private final MembershipStore memberships;
    private final UserSettings settings;
    private final InvitePermission invitePermission;
    private final PushContexts contexts;
    private final Visibility visibility;
    private final PushDelivery delivery;
    private final MailDelivery mails;

    /** Follows the stream from now on, and goes on with what waited when the server stopped. */
    @Inject
    PushFollower(
            PushStore store,
            PushedUsers pushedUsers,
            MembershipStore memberships,
            UserSettings settings,
            InvitePermission invitePermission,
            PushContexts contexts,
            Visibility visibility,
            PushDelivery delivery,
            MailDelivery mails,
            Following following,
            Stream stream) {
        this.store = store;
        this.pushedUsers = pushedUsers;
        this.memberships = memberships;
        this.settings = settings;
        this.invitePermission = invitePermission;
        this.contexts = contexts;
        this.visibility = visibility;
        this.delivery = delivery;
        this.mails = mails;
        for (var key : store.withWaiting()) {
            if (key.isMail()) {
                mails.resume(key);
            } else {
                delivery.deliver(key);
            }
        }
        following.start(this);
        stream.listen(this);
    }

    @Override
    public String name() {
        return "pushers";
    }

    @Override
    public boolean fromTheBeginning() {
        return false;
    }

    @Override
    public Duration pace() {
        return Duration.ZERO;
    }

    /** What notifies whom, and how it is to be presented. */
    private record Notice(UserId user, StoredEvent event, JsonObject tweaks) {}

    @Override
    public void follow(List<StoredEvent> events) {
        var notices = notices(events);
        if (notices.isEmpty()) {
            return;
        }
        var pushers = store.of(notices.stream().map(Notice::user).collect(Collectors.toSet()));
        var waiting = new ArrayList<Waiting>();
        for (var notice : notices) {
            pushers.getOrDefault(notice.user(), List.of()).stream()
                    .filter(Pusher::enabled)
                    .map(pusher -> new Waiting(
                            pusher.key(),
                            notice.event().position(),
                            notice.event().id(),
                            notice.tweaks()))
                    .forEach(waiting::add);
        }
        if (!waiting.isEmpty()) {
            store.enqueue(waiting, MAX_WAITING);
            waiting.stream().map(Waiting::pusher).distinct().forEach(this::deliver);
        }
    }

    private void deliver(Pusher.Key key) {
        if (key.isMail()) {
            mails.deliver(key);
        } else {
            delivery.deliver(key);
        }
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            if (committed.change() instanceof ReceiptChange receipt && pushedUsers.contains(receipt.user())) {
                delivery.updateBadges(receipt.user());
            }
        }
    }

    private List<Notice> notices(List<StoredEvent> events) {
        if (pushedUsers.isEmpty()) {
            return List.of();
        }
        var rooms = events.stream().map(event -> event.event().roomId()).collect(Collectors.toSet());
        var members = new HashMap<RoomId, Set<UserId>>();
        memberships.joinedTo(rooms).forEach((room, joined) -> members.put(room, pushedUsers.among(joined)));
        var notices = new ArrayList<Notice>();
        for (var stored : events) {
            if (stored.redactedBy().isEmpty()) {
                var subject = PushSubject.of(stored.event());
                for (var user : concerned(stored.event(), members)) {
                    judge(stored, subject, user, notices);
                }
            }
        }
        return List.copyOf(notices);
    }

    /** Members of the room, and whom a membership event is about: an invite notifies who is not there yet. */
    private Set<UserId> concerned(Event event, Map<RoomId, Set<UserId>> members) {
        var joined = members.getOrDefault(event.roomId(), Set.of());
        var subject = event.isType(EventType.MEMBER)
                ? event.stateKey().flatMap(UserId::find).filter(pushedUsers::contains)
                : Optional.<UserId>empty();
        if (subject.isEmpty() || joined.contains(subject.get())) {
            return joined;
        }
        var concerned = new HashSet<>(joined);
        concerned.add(subject.get());
        return concerned;
    }

    private boolean isUnheardInvite(Event event, UserId user) {
        return event.isType(EventType.MEMBER)
                && Membership.of(event).filter(Membership.INVITE::equals).isPresent()
                && event.stateKey().filter(user.toString()::equals).isPresent()
                && !invitePermission.isHeard(event.sender(), user);
    }

    private void judge(StoredEvent stored, PushSubject subject, UserId user, List<Notice> notices) {
        var sender = stored.event().sender();
        if (sender.equals(user) || settings.ignored(user).contains(sender) || isUnheardInvite(stored.event(), user)) {
            return;
        }
        contexts.of(stored.event().roomId(), user)
                .map(context -> settings.pushEvaluator(user).evaluate(subject, context))
                .filter(decision -> decision.notifies())
                .filter(decision -> !visibility.filter(user, List.of(stored)).isEmpty())
                .ifPresent(decision ->
                        notices.add(new Notice(user, stored, decision.actions().tweaks())));
    }
}
