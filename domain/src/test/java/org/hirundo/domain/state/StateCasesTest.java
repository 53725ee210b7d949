package org.hirundo.domain.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hirundo.domain.fixture.VerdictAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases that were worked out by hand: see {@link StateCase}. */
class StateCasesTest {

    static List<StateCase> cases() {
        return StateCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_case_is_resolved_as_worked_out(StateCase story) {
        assertThat(story.version().resolution().resolve(story.states(), story.source()))
                .isEqualTo(story.resolved());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_order_of_the_states_does_not_matter(StateCase story) {
        var shuffled = new ArrayList<>(story.states());
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.add(shuffled.getFirst());
            assertThat(story.version().resolution().resolve(shuffled, story.source()))
                    .isEqualTo(story.resolved());
        }
    }

    /** Otherwise a case would be none that can come about. */
    @ParameterizedTest
    @MethodSource("cases")
    void every_event_of_a_case_is_allowed_by_what_it_cites(StateCase story) {
        var rules = story.version().auth();
        for (var event : story.events().values()) {
            if (Collections.disjoint(event.authEvents(), story.rejected())) {
                var cited = story.source().events(rules.authEventsOf(event));
                VerdictAssert.assertThat(rules.checkAuthEvents(event, cited))
                        .as(event.toString())
                        .isAllowed();
            }
        }
    }

    @Test
    void there_are_cases_for_every_algorithm() {
        assertThat(cases())
                .extracting(story -> story.version().resolution())
                .contains(StateResolution.V1, StateResolution.V2, StateResolution.V2_1);
    }
}
