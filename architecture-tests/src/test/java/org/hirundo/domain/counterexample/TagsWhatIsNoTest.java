package org.hirundo.domain.counterexample;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bears the tags of two points, one of them on what is no test. */
public abstract class TagsWhatIsNoTest {

    @Test
    @Tag("easily-missed-7")
    @Tag("easily-missed-8")
    void swallows_fly() {}

    @Tag("easily-missed-7")
    void swallows_nest() {}
}
