package org.hirundo.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.WeakPassword;
import org.junit.jupiter.api.Test;

class PasswordPolicyTest {

    @Test
    void a_password_is_long_enough_when_it_has_enough_characters() {
        assertThatCode(() -> PasswordPolicy.DEFAULT.check("ilovebananas")).doesNotThrowAnyException();
        assertThatCode(() -> PasswordPolicy.DEFAULT.check("12345678")).doesNotThrowAnyException();
        assertThatExceptionOfType(WeakPassword.class).isThrownBy(() -> PasswordPolicy.DEFAULT.check("1234567"));
        assertThatExceptionOfType(WeakPassword.class).isThrownBy(() -> PasswordPolicy.DEFAULT.check(""));
    }

    @Test
    void characters_are_counted_and_not_their_parts() {
        assertThatExceptionOfType(WeakPassword.class).isThrownBy(() -> PasswordPolicy.DEFAULT.check("🐦🐦🐦🐦"));
        assertThatCode(() -> PasswordPolicy.DEFAULT.check("🐦🐦🐦🐦🐦🐦🐦🐦")).doesNotThrowAnyException();
    }

    @Test
    void a_password_is_bounded_in_bytes() {
        assertThatCode(() -> PasswordPolicy.DEFAULT.check("a".repeat(512))).doesNotThrowAnyException();
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> PasswordPolicy.DEFAULT.check("a".repeat(513)));
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> PasswordPolicy.DEFAULT.check("ä".repeat(257)));
        assertThat(PasswordPolicy.DEFAULT.fits("ä".repeat(256))).isTrue();
        assertThat(PasswordPolicy.DEFAULT.fits("ä".repeat(257))).isFalse();
    }

    @Test
    void a_policy_can_be_met() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordPolicy(10, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordPolicy(0, 9));
    }
}
