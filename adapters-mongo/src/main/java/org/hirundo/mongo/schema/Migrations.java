package org.hirundo.mongo.schema;

import java.util.List;
import java.util.function.Consumer;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.profile.ProfileTerms;

/**
 * The steps that lead from an empty database to the one this release uses, in their order. Each may be run again: one that
 * was interrupted is. A step that was released is never changed; what is to be different comes as a further step.
 */
final class Migrations {

    private static final List<Step> STEPS = List.of(
            new Step(1, FirstRelease::create),
            new Step(2, RelationIndexes::create),
            new Step(3, ProfileTerms::create),
            new Step(20, ReportsAndTimes::create),
            new Step(30, Search::create),
            new Step(31, Pushers::create),
            new Step(40, Appservices::create),
            new Step(41, SignIn::create),
            new Step(42, MediaAndPreviews::create),
            new Step(43, Migrations::callsAndThreads),
            // Made now: a transaction that makes a collection holds up others.
            new Step(44, database -> database.createCollection("dehydrated_devices")),
            new Step(46, StickyEvents::create));

    private Migrations() {}

    private static void callsAndThreads(Database database) {
        DelayedEvents.create(database);
        ThreadSubscriptions.create(database);
    }

    /** A step; after it the schema has the version. */
    record Step(int version, Consumer<Database> action) {}

    /** The steps that are left for a database whose schema has this version. */
    static List<Step> after(int version) {
        return STEPS.stream().filter(step -> step.version() > version).toList();
    }

    /** The version that this release uses. */
    static int latest() {
        return STEPS.getLast().version();
    }
}
