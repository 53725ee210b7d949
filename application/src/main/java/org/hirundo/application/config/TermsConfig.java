package org.hirundo.application.config;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What people have to accept to register.
 *
 * @param policies by their ids; default none, and nothing is asked
 */
public record TermsConfig(SequencedMap<String, Policy> policies) {

    /** What holds where nothing is configured. */
    public static final TermsConfig DEFAULT = of(List.of());

    /**
     * A policy.
     *
     * @param documents in each language it is there in
     */
    public record Policy(String version, SequencedMap<String, Document> documents) {}

    /** The text of a policy in one language: what it is called, and where it can be read. */
    public record Document(String name, URI url) {}

    /**
     * The text of a policy in one language, in one line.
     *
     * @param policy the policy's id, such as {@code privacy_policy}
     * @param language such as {@code en}
     */
    public record Line(String policy, String version, String language, URI url, String name) {}

    /**
     * The policies of which these are the texts, in their order.
     *
     * @throws IllegalArgumentException when the texts of a policy are of different versions, or two are in one language
     */
    public static TermsConfig of(List<Line> lines) {
        var policies = new LinkedHashMap<String, Policy>();
        for (var line : lines) {
            var policy =
                    policies.computeIfAbsent(line.policy(), id -> new Policy(line.version(), new LinkedHashMap<>()));
            if (!policy.version().equals(line.version())) {
                throw new IllegalArgumentException(
                        line.policy() + " has the versions " + policy.version() + " and " + line.version());
            }
            if (policy.documents().put(line.language(), new Document(line.name(), line.url())) != null) {
                throw new IllegalArgumentException(
                        line.policy() + " is there twice in the language " + line.language());
            }
        }
        return new TermsConfig(policies);
    }

    /** The version of each policy. */
    public Map<String, String> versions() {
        var versions = new LinkedHashMap<String, String>();
        policies.forEach((id, policy) -> versions.put(id, policy.version()));
        return versions;
    }
}
