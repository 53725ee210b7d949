package org.hirundo.domain.crypto;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.ServerName;

/**
 * An {@code Authorization} header of the scheme {@code X-Matrix}, by which one server signs a request to another.
 *
 * @param origin who signed
 * @param destination whom the request is meant for; old servers do not say
 * @param key the key of the origin
 * @param signature the signature of {@link RequestToSign#json} in Base64
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#request-authentication">Request authentication</a>
 */
public record XMatrix(ServerName origin, Optional<ServerName> destination, KeyId key, String signature) {

    /**
     * Reads the value of the header, from servers of any age: names in any case and order, values quoted or not, white space
     * around commas, parameters nobody knows.
     *
     * @throws MalformedXMatrix when it is of another scheme, or lacks something
     */
    public static XMatrix parse(String header) {
        var parameters = new XMatrixParser(header).parameters();
        return new XMatrix(
                read(parameters, "origin", ServerName::find),
                parameters.containsKey("destination")
                        ? Optional.of(read(parameters, "destination", ServerName::find))
                        : Optional.empty(),
                read(parameters, "key", KeyId::find),
                read(parameters, "sig", Optional::of));
    }

    private static <T> T read(Map<String, String> parameters, String name, Function<String, Optional<T>> reader) {
        return Optional.ofNullable(parameters.get(name))
                .flatMap(reader)
                .orElseThrow(() -> new MalformedXMatrix("has no valid " + name));
    }

    /** The value of the header, in the form that old servers understand as well. */
    @Override
    public String toString() {
        return "X-Matrix origin=" + quoted(origin)
                + destination.map(server -> ",destination=" + quoted(server)).orElse("")
                + ",key=" + quoted(key) + ",sig=" + quoted(signature);
    }

    /** No value that this server signs with has anything to escape; old servers could not read it. */
    private static String quoted(Object value) {
        return "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
