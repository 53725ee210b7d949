package org.hirundo.rest.common;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.hirundo.application.session.Requester;

/** Who asks, in resources that are {@link Authenticated}. */
public final class Requesters {

    private Requesters() {}

    /** Who asks. */
    public static Requester of(SecurityContext security) {
        return ((Asking) security).requester();
    }

    /** What {@link RequesterFilter} found out. */
    record Asking(Requester requester) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return requester.user()::toString;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
