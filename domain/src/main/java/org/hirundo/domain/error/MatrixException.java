package org.hirundo.domain.error;

/**
 * What ends a request: a closed family of refusals, each with a meaning. What number and code a client is told is decided
 * where requests are answered.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#standard-error-response">Standard error response</a>
 */
public abstract sealed class MatrixException extends RuntimeException
        permits AliasInUse,
                AlreadyFinalised,
                AppserviceLoginUnsupported,
                BadAlias,
                BadJson,
                BadState,
                CannotLeaveServerNoticeRoom,
                CannotOverwriteMedia,
                CaptchaInvalid,
                CaptchaNeeded,
                ConcurrentWrite,
                ConflictingUnsubscription,
                DuplicateAnnotation,
                Exclusive,
                Forbidden,
                GuestAccessForbidden,
                IncompatibleRoomVersion,
                InteractiveAuthRequired,
                InvalidParam,
                InvalidRoomState,
                InvalidSignature,
                InvalidUsername,
                InviteBlocked,
                KeyTooLarge,
                LimitExceeded,
                MaxDelayExceeded,
                MissingParam,
                MissingToken,
                NotFound,
                NotInThread,
                NotJson,
                NotYetUploaded,
                ProfileTooLarge,
                RegistrationDisabled,
                RemoteFailure,
                RoomInUse,
                ServerManaged,
                ServerNotTrusted,
                ServiceBadStatus,
                ServiceTimedOut,
                ServiceUnreachable,
                ThreepidAuthFailed,
                ThreepidInUse,
                ThreepidMediumNotSupported,
                ThreepidNotFound,
                TooLarge,
                UnableToAuthoriseJoin,
                UnableToGrantJoin,
                Unknown,
                UnknownDevice,
                UnknownPosition,
                UnknownToken,
                Unrecognized,
                UnsupportedRoomVersion,
                UrlNotSet,
                UserDeactivated,
                UserInUse,
                UserLocked,
                UserSuspended,
                WeakPassword,
                WrongRoomKeysVersion {

    private static final long serialVersionUID = 1L;

    /** With what the user is told. Refusals are answers, not faults: they carry no stack trace. */
    protected MatrixException(String message) {
        super(message, null, false, false);
    }

    /** What the user is told. */
    public String reason() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
