package org.hirundo.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.hirundo.application.counterexample.CommitsItself;
import org.hirundo.application.port.stream.StreamStore;
import org.hirundo.application.stream.Committer;
import org.junit.jupiter.api.Test;

/** One thread commits what waits, all at once and in the order in which it is then published. Nobody goes past it. */
class CommitterTest {

    private static final ArchRule COMMITS_ALONE = noClasses()
            .that(not(type(Committer.class)))
            .should()
            .accessTargetWhere(isCommitOfTheStream())
            .as("StreamStore.commit is called by the committer only");

    private static DescribedPredicate<JavaAccess<?>> isCommitOfTheStream() {
        return DescribedPredicate.describe(
                "is StreamStore.commit",
                access -> access.getTargetOwner().isAssignableTo(StreamStore.class)
                        && access.getName().equals("commit")
                        && access.getTarget() instanceof CodeUnitAccessTarget method
                        && HasName.Utils.namesOf(method.getRawParameterTypes()).equals(List.of(List.class.getName())));
    }

    @Test
    void the_committer_alone_commits() {
        Rules.holds(COMMITS_ALONE);
    }

    @Test
    void who_goes_past_it_is_noticed() {
        Rules.isBrokenBy(CommitsItself.class, COMMITS_ALONE);
    }
}
