package org.hirundo.application.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.config.TermsConfig;
import org.hirundo.domain.json.JsonObject;

/**
 * Whoever registers accepts the policies of the server. Keeps the versions that were accepted, by policy.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#terms-of-service-at-registration">Terms of service at
 *     registration</a>
 */
@Singleton
final class TermsStage implements Stage {

    private final TermsConfig config;

    @Inject
    TermsStage(TermsConfig config) {
        this.config = config;
    }

    @Override
    public String type() {
        return Flows.TERMS;
    }

    @Override
    public JsonObject params() {
        var policies = JsonObject.builder();
        config.policies().forEach((id, policy) -> policies.put(id, json(policy)));
        return JsonObject.of("policies", policies.build());
    }

    private static JsonObject json(TermsConfig.Policy policy) {
        var json = JsonObject.builder().put("version", policy.version());
        policy.documents()
                .forEach((language, document) -> json.put(
                        language,
                        JsonObject.of("name", document.name())
                                .with("url", document.url().toString())));
        return json.build();
    }

    @Override
    public Outcome attempt(Attempt attempt) {
        var accepted = JsonObject.builder();
        config.versions().forEach(accepted::put);
        return new Outcome.Done(accepted.build());
    }
}
