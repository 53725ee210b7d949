package org.hirundo.application.port.appservice;

import java.util.Map;
import java.util.Optional;

/**
 * What is looked for in third-party networks.
 *
 * @param kind what is to be found
 * @param protocol the network; empty when something of Matrix is given, and its counterpart in any network is wanted
 * @param fields what it is known by
 */
public record ThirdPartyLookup(Kind kind, Optional<String> protocol, Map<String, String> fields) {

    /** What can be looked for. */
    public enum Kind {
        /** Users. */
        USER,
        /** Places where users talk. */
        LOCATION
    }

    /** Copies the fields. */
    public ThirdPartyLookup {
        fields = Map.copyOf(fields);
    }
}
