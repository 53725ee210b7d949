package org.hirundo.application.config;

import org.hirundo.domain.room.RoomVersion;

/**
 * How rooms are made.
 *
 * @param defaultVersion the version of a room whose creator does not ask for one; 12 by default
 */
public record RoomConfig(RoomVersion defaultVersion) {}
