package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.hirundo.application.config.CaptchaConfig;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.config.MailConfig.AtRegistration;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.config.TermsConfig;
import org.hirundo.application.uia.Flows;
import org.hirundo.domain.error.RegistrationDisabled;

/** What is asked of whoever registers. */
@Singleton
final class RegistrationFlows {

    private final RegistrationConfig registration;
    private final CaptchaConfig captcha;
    private final TermsConfig terms;
    private final MailConfig mail;

    @Inject
    RegistrationFlows(RegistrationConfig registration, CaptchaConfig captcha, TermsConfig terms, MailConfig mail) {
        this.registration = registration;
        this.captcha = captcha;
        this.terms = terms;
        this.mail = mail;
    }

    /**
     * The ways to an account. What keeps programs out comes first, so that they cannot use up what comes after it.
     *
     * @throws RegistrationDisabled when there are none
     */
    Flows flows() {
        if (registration.mode() == RegistrationConfig.Mode.CLOSED) {
            throw new RegistrationDisabled("Registration is disabled");
        }
        var stages = new ArrayList<String>();
        if (captcha.captcha().isPresent()) {
            stages.add(Flows.RECAPTCHA);
        }
        if (registration.mode() == RegistrationConfig.Mode.TOKEN) {
            stages.add(Flows.REGISTRATION_TOKEN);
        }
        if (!terms.policies().isEmpty()) {
            stages.add(Flows.TERMS);
        }
        return new Flows(
                switch (email()) {
                    case NO -> List.of(orDummy(stages));
                    case OPTIONAL -> List.of(with(stages, Flows.DUMMY), with(stages, Flows.EMAIL_IDENTITY));
                    case REQUIRED -> List.of(with(stages, Flows.EMAIL_IDENTITY));
                });
    }

    private AtRegistration email() {
        return mail.mail().map(MailConfig.Mail::atRegistration).orElse(AtRegistration.NO);
    }

    private static List<String> orDummy(List<String> stages) {
        return stages.isEmpty() ? List.of(Flows.DUMMY) : stages;
    }

    private static List<String> with(List<String> stages, String last) {
        var flow = new ArrayList<>(stages);
        flow.add(last);
        return flow;
    }
}
