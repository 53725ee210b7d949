package org.hirundo.application.config;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What mail is for.
 *
 * @param mail empty when no mails are sent, which is the default: then there are no third-party identifiers
 */
public record MailConfig(Optional<Mail> mail) {

    /** What holds where nothing is configured. */
    public static final MailConfig DEFAULT = new MailConfig(Optional.empty());

    /** Whether people have a mail address who register. */
    public enum AtRegistration {
        /** They need none, and cannot say any. */
        NO,
        /** They may say one. */
        OPTIONAL,
        /** They need one. */
        REQUIRED
    }

    /**
     * How mail is used.
     *
     * @param publicUrl where the links in mails lead, the address of this server for clients
     * @param linkLifetime how long a link is good
     * @param revealsAccounts whether everybody may find out if an account has a mail address; else only the mail itself tells
     * @param nextLinkHosts where else people may be led once they followed a link, beside the server itself
     */
    public record Mail(
            URI publicUrl,
            Duration linkLifetime,
            AtRegistration atRegistration,
            boolean revealsAccounts,
            Set<String> nextLinkHosts) {

        /** Copies the hosts. */
        public Mail {
            nextLinkHosts = Set.copyOf(nextLinkHosts);
        }

        /** The address of a page of this server. */
        public URI page(String pathAndQuery) {
            var base = publicUrl.toString();
            return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + pathAndQuery);
        }

        /** Whether people may be led there: to a page of the web, on a host that is known. */
        public boolean leadsTo(URI link) {
            var scheme = link.getScheme();
            var host = link.getHost();
            return host != null
                    && link.getRawUserInfo() == null
                    && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                    && (host.equalsIgnoreCase(publicUrl.getHost())
                            || nextLinkHosts.contains(host.toLowerCase(Locale.ROOT)));
        }
    }
}
