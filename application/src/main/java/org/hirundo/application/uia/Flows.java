package org.hirundo.application.uia;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The ways through an authentication. The client chooses one, and takes its stages in their order.
 *
 * @param flows a list of stages each
 */
public record Flows(List<List<String>> flows) {

    /** The stage of the password. */
    public static final String PASSWORD = "m.login.password";

    /** The stage that asks for nothing. */
    public static final String DUMMY = "m.login.dummy";

    /**
     * The stage of the mail address; keeps the {@code address}, when that was shown as {@code validated_at}, and the {@code sid} of
     * the session.
     */
    public static final String EMAIL_IDENTITY = "m.login.email.identity";

    /** The operation of registering an account. */
    public static final String REGISTRATION = "register";

    /** The operation of setting another password. */
    public static final String PASSWORD_CHANGE = "password";

    /** The stage of the captcha. */
    public static final String RECAPTCHA = "m.login.recaptcha";

    /** The stage of the server's policies; keeps the versions that were accepted. */
    public static final String TERMS = "m.login.terms";

    /** The stage of the registration token; keeps the {@code token}. */
    public static final String REGISTRATION_TOKEN = "m.login.registration_token";

    /** The password of the one who asks. */
    public static final Flows OF_PASSWORD = of(PASSWORD);

    /** Nothing at all. */
    public static final Flows OF_NOTHING = of(DUMMY);

    /** The mail of the account that is meant. */
    public static final Flows OF_EMAIL_IDENTITY = of(EMAIL_IDENTITY);

    /** The password of the one who asks, or the mail of the account. */
    public static final Flows OF_PASSWORD_OR_EMAIL_IDENTITY =
            new Flows(List.of(List.of(PASSWORD), List.of(EMAIL_IDENTITY)));

    public Flows {
        flows = flows.stream().map(List::copyOf).toList();
    }

    private static Flows of(String... stages) {
        return new Flows(List.of(List.of(stages)));
    }

    /** All stages of all flows, each once. */
    List<String> stages() {
        return flows.stream().flatMap(Collection::stream).distinct().toList();
    }

    /** The stages that were done, in the order of the flows. */
    List<String> completed(Set<String> done) {
        return stages().stream().filter(done::contains).toList();
    }

    /** Whether a flow is at its end. */
    boolean isComplete(Set<String> done) {
        return flows.stream().anyMatch(done::containsAll);
    }

    /** Whether the stage comes next in a flow of which all stages before were done and nothing else was. */
    boolean isNext(String stage, Set<String> done) {
        return underWay(done).anyMatch(flow -> flow.get(done.size()).equals(stage));
    }

    private Stream<List<String>> underWay(Set<String> done) {
        return flows.stream()
                .filter(flow -> flow.size() > done.size() && done.containsAll(flow.subList(0, done.size())));
    }
}
