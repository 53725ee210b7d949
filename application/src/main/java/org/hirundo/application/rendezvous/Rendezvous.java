package org.hirundo.application.rendezvous;

import java.time.Duration;

/**
 * What one device left for the other.
 *
 * @param id by which both find it
 * @param sequenceToken another one after each write
 * @param expiresIn for how long it can be found still
 */
public record Rendezvous(String id, String data, String sequenceToken, Duration expiresIn) {}
