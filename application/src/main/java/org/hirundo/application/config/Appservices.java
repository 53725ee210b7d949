package org.hirundo.application.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.UserId;

/** The application services that are registered here. No two have the same id or the same {@code as_token}. */
public final class Appservices {

    /** What holds where nothing is configured: there are none. */
    public static final Appservices NONE = new Appservices(List.of());

    private final List<Known> known;

    private record Known(Registration service, String tokenHash) {}

    /** These, and no others until the server starts anew. */
    public Appservices(List<Registration> services) {
        known = services.stream()
                .map(service -> new Known(service, service.asToken().hash()))
                .toList();
    }

    /** All of them. */
    public List<Registration> all() {
        return known.stream().map(Known::service).toList();
    }

    /** The service whose {@code as_token} this is. How long that takes tells nothing of any token. */
    public Optional<Registration> find(SecretToken asToken) {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var shown = asToken.hash().getBytes(StandardCharsets.US_ASCII);
        return known.stream()
                .filter(one -> MessageDigest.isEqual(one.tokenHash().getBytes(StandardCharsets.US_ASCII), shown))
                .map(Known::service)
                .findFirst();
    }

    /** The service whose user this is. */
    public Optional<Registration> owner(UserId user) {
        return known.stream()
                .map(Known::service)
                .filter(service -> service.covers(user))
                .findFirst();
    }

    /** Whether a service other than this one has the user id for itself. */
    public boolean isReserved(UserId user, Optional<Registration> by) {
        return known.stream()
                .map(Known::service)
                .anyMatch(service -> !by.equals(Optional.of(service)) && service.reserves(user));
    }

    /** Whether a service other than this one has the alias for itself. */
    public boolean isReserved(RoomAlias alias, Optional<Registration> by) {
        return known.stream()
                .map(Known::service)
                .anyMatch(service -> !by.equals(Optional.of(service)) && service.reserves(alias));
    }
}
