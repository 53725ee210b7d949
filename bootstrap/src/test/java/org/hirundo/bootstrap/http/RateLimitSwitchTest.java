package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.hirundo.bootstrap.config.Configuration;
import org.hirundo.bootstrap.config.LimitOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rate limits are there unless administrators switch them off. */
class RateLimitSwitchTest {

    @RegisterExtension
    static final RunningServer server =
            RunningServer.with(Map.of("limits.enabled", "no", "limits.registration-query", "1/h burst 1"));

    @Test
    void without_limits_everybody_may_do_everything() {
        for (int i = 0; i < 5; i++) {
            server.client()
                    .get("/_matrix/client/v3/register/available?username=nobody")
                    .is(200);
        }
    }

    @Test
    void limits_are_on_by_default() throws Exception {
        assertThat(LimitOptions.config(Configuration.of(Map.of(), Map.of(), Optional.empty()))
                        .enabled())
                .isTrue();
    }
}
