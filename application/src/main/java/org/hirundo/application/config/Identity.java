package org.hirundo.application.config;

import org.hirundo.domain.crypto.SigningKey;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;

/**
 * Who this server is to others.
 *
 * @param server the server's name; part of every id it gives out, so it can never be changed
 * @param signingKey the key with which events and requests are signed
 */
public record Identity(ServerName server, SigningKey signingKey) {

    private static final String NOTICES = "_server";

    /** The user as whom the server itself speaks to its users. It has no account, and nobody can register it. */
    public UserId noticesUser() {
        return UserId.create(NOTICES, server);
    }
}
