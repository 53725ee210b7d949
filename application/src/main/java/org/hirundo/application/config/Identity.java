package org.hirundo.application.config;

import org.hirundo.domain.crypto.SigningKey;
import org.hirundo.domain.id.ServerName;

/**
 * Who this server is to others.
 *
 * @param server the server's name; part of every id it gives out, so it can never be changed
 * @param signingKey the key with which events and requests are signed
 */
public record Identity(ServerName server, SigningKey signingKey) {}
