package org.hirundo.domain.sync;

/**
 * The two forms in which clients speak sliding sync.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4186">MSC4186, Changelog</a>
 */
public enum SlidingForm {
    /** Under the path {@code org.matrix.simplified_msc3575}, as it was before the proposal was accepted. */
    DEPLOYED,
    /** {@code /v4/sync}, as it was accepted: unread counts are left to clients. */
    ACCEPTED;

    /** Whether the server tells how much is unread. */
    public boolean tellsUnread() {
        return this == DEPLOYED;
    }
}
