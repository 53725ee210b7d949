package org.hirundo.bootstrap.server;

import io.helidon.microprofile.server.ServerBuilderAccess;
import io.helidon.microprofile.server.ServerCdiExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hirundo.application.account.CreateServiceSenders;
import org.hirundo.application.appservice.transaction.ServiceTransactions;
import org.hirundo.application.delayed.DelayedSending;
import org.hirundo.application.port.Storage;
import org.hirundo.application.push.MailDelivery;
import org.hirundo.application.push.PushDelivery;
import org.hirundo.application.session.DeviceActivity;
import org.hirundo.application.stream.Committer;
import org.hirundo.application.stream.Follower;
import org.hirundo.application.stream.Following;
import org.hirundo.application.stream.StreamListener;
import org.hirundo.application.stream.Waiters;
import org.hirundo.application.upkeep.Upkeep;
import org.hirundo.rest.common.BodyPatience;

/** What happens before the first request and after the last. */
@Singleton
public final class Lifecycle {

    /** Helidon begins to stop at 0. */
    private static final int BEFORE_HELIDON = -1;

    private final Waiters waiters;
    private final Committer committer;
    private final Storage storage;
    private final DeviceActivity activity;
    private final Following following;
    private final PushDelivery pushes;
    private final MailDelivery mails;
    private final BodyPatience patience;
    private final DelayedSending delayedSending;
    private final Upkeep upkeep;
    private final CreateServiceSenders senders;
    private final ServiceTransactions services;
    private final Instance<StreamListener> listeners;
    private final Instance<Follower> followers;

    @Inject
    public Lifecycle(
            Waiters waiters,
            Committer committer,
            Storage storage,
            DeviceActivity activity,
            Following following,
            PushDelivery pushes,
            MailDelivery mails,
            BodyPatience patience,
            DelayedSending delayedSending,
            Upkeep upkeep,
            CreateServiceSenders senders,
            ServiceTransactions services,
            Instance<StreamListener> listeners,
            Instance<Follower> followers) {
        this.waiters = waiters;
        this.committer = committer;
        this.storage = storage;
        this.activity = activity;
        this.following = following;
        this.pushes = pushes;
        this.mails = mails;
        this.patience = patience;
        this.delayedSending = delayedSending;
        this.upkeep = upkeep;
        this.senders = senders;
        this.services = services;
        this.listeners = listeners;
        this.followers = followers;
    }

    /** Whoever listens to the stream does so from its beginning, not from when a request first needs it. */
    void start(
            @Observes @Priority(BEFORE_HELIDON) @Initialized(ApplicationScoped.class) Object event, BeanManager beans) {
        var server = beans.getExtension(ServerCdiExtension.class);
        ServerBuilderAccess.of(server).directHandlers(DirectAnswers.forAll());
        server.serverRoutingBuilder().addFilter(new BodyLength()).addFilter(new AnswerEnd(patience));
        // A proxy of CDI becomes the listener itself when it is called for the first time.
        listeners.forEach(listener -> listener.committed(List.of()));
        followers.forEach(Follower::name);
        delayedSending.start();
        upkeep.begin();
        senders.create();
    }

    /** Long polls are answered while the server still sends answers. Where nothing was started, there is nothing to stop. */
    void stopping(
            @Observes(notifyObserver = Reception.IF_EXISTS)
                    @Priority(BEFORE_HELIDON)
                    @BeforeDestroyed(ApplicationScoped.class)
                    Object event) {
        waiters.close();
    }

    /** No request is left that could write. */
    void stopped(@Observes(notifyObserver = Reception.IF_EXISTS) @Destroyed(ApplicationScoped.class) Object event) {
        activity.write();
        delayedSending.close();
        services.close();
        following.close();
        pushes.close();
        mails.close();
        upkeep.close();
        committer.close();
        storage.close();
    }
}
