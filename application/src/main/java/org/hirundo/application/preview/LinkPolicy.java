package org.hirundo.application.preview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.hirundo.application.config.PreviewConfig;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.preview.HostPattern;

/**
 * Of which addresses previews are made. That private networks are not reached is not decided here, but where a host's addresses
 * are known: by the port that reads.
 */
@Singleton
final class LinkPolicy {

    private static final int FIRST_UNPRIVILEGED_PORT = 1024;

    private final PreviewConfig config;

    @Inject
    LinkPolicy(PreviewConfig config) {
        this.config = config;
    }

    void refuseWhenSwitchedOff() {
        if (!config.enabled()) {
            throw new Forbidden("This server makes no previews");
        }
    }

    /** Whether the address may be called. */
    boolean permits(URI address) {
        var host = address.getHost();
        return isPortOfTheWeb(address.getPort())
                && (config.allowedHosts().isEmpty() || isIn(config.allowedHosts(), host))
                && !isIn(config.deniedHosts(), host);
    }

    /** Below 1024 are mail and other services, which take what a page's address says for words of their own. */
    private static boolean isPortOfTheWeb(int port) {
        return port == -1 || port == 80 || port == 443 || port >= FIRST_UNPRIVILEGED_PORT;
    }

    private static boolean isIn(List<HostPattern> patterns, String host) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(host));
    }
}
