package org.hirundo.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hirundo.domain.profile.ProfileField.AVATAR_URL;
import static org.hirundo.domain.profile.ProfileField.DISPLAY_NAME;

import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.json.Json;
import org.junit.jupiter.api.Test;

class ProfileFieldsPolicyTest {

    private static final Optional<Set<ProfileField>> NONE = Optional.empty();
    private static final Optional<Set<ProfileField>> NAME = Optional.of(Set.of(DISPLAY_NAME));

    @Test
    void everything_may_change_where_nothing_is_said() {
        assertThat(ProfileFieldsPolicy.FREE.permits(AVATAR_URL)).isTrue();
        assertThat(ProfileFieldsPolicy.FREE.toJson()).isEqualTo(Json.object("{\"enabled\": true}"));
    }

    @Test
    void nothing_may_change_when_disabled_whatever_is_allowed() {
        assertThat(new ProfileFieldsPolicy(false, NAME, NONE).permits(DISPLAY_NAME))
                .isFalse();
    }

    @Test
    void the_policy_of_the_specification_keeps_names() {
        var policy = new ProfileFieldsPolicy(true, NONE, NAME);

        assertThat(policy.permits(DISPLAY_NAME)).isFalse();
        assertThat(policy.permits(AVATAR_URL)).isTrue();
        assertThat(policy.toJson()).isEqualTo(Json.object("{\"enabled\": true, \"disallowed\": [\"displayname\"]}"));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> policy.check(DISPLAY_NAME));
        assertThatCode(() -> policy.check(AVATAR_URL)).doesNotThrowAnyException();
    }

    @Test
    void what_is_allowed_makes_what_is_disallowed_meaningless() {
        var policy = new ProfileFieldsPolicy(true, NAME, NAME);

        assertThat(policy.permits(DISPLAY_NAME)).isTrue();
        assertThat(policy.permits(AVATAR_URL)).isFalse();
    }
}
