package org.hirundo.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.hirundo.domain.event.EventSigners;
import org.hirundo.domain.room.MemberContent;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.jpa.counterexample.egg.Egg;
import org.hirundo.jpa.counterexample.hen.Hen;
import org.junit.jupiter.api.Test;

/** The packages of a module can be read one after the other: none needs, over whatever detours, one that needs it. */
class CyclesTest {

    /**
     * Each package, without those inside of it, is a feature.
     *
     * <p>{@link RoomVersion} is one of its own, and the one exception: it is a value that holds the rules for events and so
     * knows all their packages, while these ask an event for the version of its room. See {@code
     * docs/adr/0004-an-event-knows-its-room-version.md}.
     */
    private static final ArchRule NONE = slices().assignedFrom(new PackagesAndRoomVersion())
            .should()
            .beFreeOfCycles()
            .ignoreDependency(
                    resideInAnyPackage(
                            "org.hirundo.domain.event",
                            "org.hirundo.domain.room",
                            "org.hirundo.domain.auth",
                            "org.hirundo.domain.state"),
                    type(RoomVersion.class))
            .ignoreDependency(
                    type(EventSigners.class), type(MemberContent.class).or(type(Membership.class)))
            .as("packages are free of cycles");

    private static final class PackagesAndRoomVersion implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (!resideInAPackage("org.hirundo..").test(type)) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(
                    outermost(type).isEquivalentTo(RoomVersion.class)
                            ? RoomVersion.class.getName()
                            : type.getPackageName());
        }

        private static JavaClass outermost(JavaClass type) {
            return type.getEnclosingClass()
                    .map(PackagesAndRoomVersion::outermost)
                    .orElse(type);
        }

        @Override
        public String getDescription() {
            return "packages, and RoomVersion by itself";
        }
    }

    @Test
    void packages_are_free_of_cycles() {
        Rules.holds(NONE);
    }

    @Test
    void two_that_need_each_other_are_noticed() {
        Rules.isBrokenBy(Hen.class, NONE, Egg.class);
        Rules.isBrokenBy(Egg.class, NONE, Hen.class);
    }
}
