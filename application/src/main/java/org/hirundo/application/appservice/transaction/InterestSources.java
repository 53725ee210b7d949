package org.hirundo.application.appservice.transaction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.cache.States;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.membership.MembershipStore;

/** Where it is looked up what interests application services. */
@Singleton
final class InterestSources {

    private final MembershipStore memberships;
    private final DirectoryStore directory;
    private final States states;
    private final EventStore events;

    @Inject
    InterestSources(MembershipStore memberships, DirectoryStore directory, States states, EventStore events) {
        this.memberships = memberships;
        this.directory = directory;
        this.states = states;
        this.events = events;
    }

    MembershipStore memberships() {
        return memberships;
    }

    DirectoryStore directory() {
        return directory;
    }

    States states() {
        return states;
    }

    EventStore events() {
        return events;
    }
}
