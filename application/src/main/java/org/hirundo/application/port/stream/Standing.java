package org.hirundo.application.port.stream;

/** How an event stands after the checks of its receipt (server-server API, "Checks performed on receipt of a PDU"). */
public enum Standing {
    /** Part of the room. */
    ACCEPTED,
    /** Failed the check against the current state: takes part in state resolution, is not shown and no extremity. */
    SOFT_FAILED,
    /** Failed the authorisation rules: kept so that it is not fetched again. */
    REJECTED,
    /** Known outside the timeline only, its state not known: fetched as an auth or state event. */
    OUTLIER
}
