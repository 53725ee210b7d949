package org.hirundo.rest.common;

import org.hirundo.domain.error.AliasInUse;
import org.hirundo.domain.error.AlreadyFinalised;
import org.hirundo.domain.error.AppserviceLoginUnsupported;
import org.hirundo.domain.error.BadAlias;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.BadState;
import org.hirundo.domain.error.CannotLeaveServerNoticeRoom;
import org.hirundo.domain.error.CannotOverwriteMedia;
import org.hirundo.domain.error.CaptchaInvalid;
import org.hirundo.domain.error.CaptchaNeeded;
import org.hirundo.domain.error.ConcurrentWrite;
import org.hirundo.domain.error.ConflictingUnsubscription;
import org.hirundo.domain.error.DuplicateAnnotation;
import org.hirundo.domain.error.Exclusive;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.IncompatibleRoomVersion;
import org.hirundo.domain.error.InteractiveAuthRequired;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.InvalidRoomState;
import org.hirundo.domain.error.InvalidSignature;
import org.hirundo.domain.error.InvalidUsername;
import org.hirundo.domain.error.InviteBlocked;
import org.hirundo.domain.error.KeyTooLarge;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.error.MaxDelayExceeded;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.MissingToken;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.NotInThread;
import org.hirundo.domain.error.NotJson;
import org.hirundo.domain.error.NotYetUploaded;
import org.hirundo.domain.error.ProfileTooLarge;
import org.hirundo.domain.error.RegistrationDisabled;
import org.hirundo.domain.error.RemoteFailure;
import org.hirundo.domain.error.RoomInUse;
import org.hirundo.domain.error.ServerManaged;
import org.hirundo.domain.error.ServerNotTrusted;
import org.hirundo.domain.error.ServiceBadStatus;
import org.hirundo.domain.error.ServiceTimedOut;
import org.hirundo.domain.error.ServiceUnreachable;
import org.hirundo.domain.error.ThreepidAuthFailed;
import org.hirundo.domain.error.ThreepidInUse;
import org.hirundo.domain.error.ThreepidMediumNotSupported;
import org.hirundo.domain.error.ThreepidNotFound;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.error.UnableToAuthoriseJoin;
import org.hirundo.domain.error.UnableToGrantJoin;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.error.UnknownDevice;
import org.hirundo.domain.error.UnknownPosition;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.error.Unrecognized;
import org.hirundo.domain.error.UnsupportedRoomVersion;
import org.hirundo.domain.error.UrlNotSet;
import org.hirundo.domain.error.UserDeactivated;
import org.hirundo.domain.error.UserInUse;
import org.hirundo.domain.error.UserLocked;
import org.hirundo.domain.error.UserSuspended;
import org.hirundo.domain.error.WeakPassword;
import org.hirundo.domain.error.WrongRoomKeysVersion;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;

/**
 * The one place where a refusal gets its number, its code and what else goes with it.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#standard-error-response">Standard error response</a>
 */
final class Refusals {

    private Refusals() {}

    static ErrorAnswer answer(MatrixException refusal) {
        return switch (refusal) {
            case AliasInUse e -> error(409, "M_UNKNOWN", e);
            case AlreadyFinalised e -> error(409, "M_UNKNOWN", e);
            case InteractiveAuthRequired e -> challenge(e);
            case AppserviceLoginUnsupported e -> error(400, "M_APPSERVICE_LOGIN_UNSUPPORTED", e);
            case BadAlias e -> error(400, "M_BAD_ALIAS", e);
            case BadJson e -> error(400, "M_BAD_JSON", e);
            case BadState e -> error(403, "M_BAD_STATE", e);
            case CannotLeaveServerNoticeRoom e -> error(403, "M_CANNOT_LEAVE_SERVER_NOTICE_ROOM", e);
            case CannotOverwriteMedia e -> error(409, "M_CANNOT_OVERWRITE_MEDIA", e);
            case CaptchaInvalid e -> error(400, "M_CAPTCHA_INVALID", e);
            case CaptchaNeeded e -> error(400, "M_CAPTCHA_NEEDED", e);
            case ConcurrentWrite e -> error(409, "M_CONCURRENT_WRITE", e);
            case ConflictingUnsubscription e -> error(409, "IO.ELEMENT.MSC4306.M_CONFLICTING_UNSUBSCRIPTION", e);
            case DuplicateAnnotation e -> error(400, "M_DUPLICATE_ANNOTATION", e);
            case Exclusive e -> error(400, "M_EXCLUSIVE", e);
            case Forbidden e -> error(403, "M_FORBIDDEN", e);
            case GuestAccessForbidden e -> error(403, "M_GUEST_ACCESS_FORBIDDEN", e);
            case IncompatibleRoomVersion e ->
                error(400, "M_INCOMPATIBLE_ROOM_VERSION", e, JsonObject.of("room_version", e.roomVersion()));
            case InvalidParam e -> error(400, "M_INVALID_PARAM", e);
            case InvalidRoomState e -> error(400, "M_INVALID_ROOM_STATE", e);
            case InvalidSignature e -> error(400, "M_INVALID_SIGNATURE", e);
            case InvalidUsername e -> error(400, "M_INVALID_USERNAME", e);
            case InviteBlocked e -> error(403, "M_INVITE_BLOCKED", e);
            case KeyTooLarge e -> error(400, "M_KEY_TOO_LARGE", e);
            case LimitExceeded e -> error(429, "M_LIMIT_EXCEEDED", e, retryAfter(e));
            case MaxDelayExceeded e -> error(400, "M_UNKNOWN", e, maxDelay(e));
            case MissingParam e -> error(400, "M_MISSING_PARAM", e);
            case MissingToken e -> error(401, "M_MISSING_TOKEN", e);
            case NotFound e -> error(404, "M_NOT_FOUND", e);
            case NotInThread e -> error(400, "IO.ELEMENT.MSC4306.M_NOT_IN_THREAD", e);
            case NotJson e -> error(400, "M_NOT_JSON", e);
            case NotYetUploaded e -> error(504, "M_NOT_YET_UPLOADED", e);
            case ProfileTooLarge e -> error(400, "M_PROFILE_TOO_LARGE", e);
            case RegistrationDisabled e -> error(403, "M_FORBIDDEN", e);
            case RemoteFailure e -> error(502, "M_UNKNOWN", e);
            case RoomInUse e -> error(400, "M_ROOM_IN_USE", e);
            case ServerManaged e -> error(405, "M_BAD_JSON", e);
            case ServerNotTrusted e -> error(400, "M_SERVER_NOT_TRUSTED", e);
            case ServiceBadStatus e -> error(502, "M_BAD_STATUS", e, badStatus(e));
            case ServiceTimedOut e -> error(504, "M_CONNECTION_TIMEOUT", e);
            case ServiceUnreachable e -> error(502, "M_CONNECTION_FAILED", e);
            case ThreepidAuthFailed e -> error(403, "M_THREEPID_AUTH_FAILED", e);
            case ThreepidInUse e -> error(400, "M_THREEPID_IN_USE", e);
            case ThreepidMediumNotSupported e -> error(400, "M_THREEPID_MEDIUM_NOT_SUPPORTED", e);
            case ThreepidNotFound e -> error(400, "M_THREEPID_NOT_FOUND", e);
            case TooLarge e -> error(413, "M_TOO_LARGE", e);
            case UnableToAuthoriseJoin e -> error(400, "M_UNABLE_TO_AUTHORISE_JOIN", e);
            case UnableToGrantJoin e -> error(400, "M_UNABLE_TO_GRANT_JOIN", e);
            case Unknown e -> error(400, "M_UNKNOWN", e);
            case UnknownDevice e -> error(400, "M_UNKNOWN_DEVICE", e);
            case UnknownPosition e -> error(400, "M_UNKNOWN_POS", e);
            case UnknownToken e -> error(401, "M_UNKNOWN_TOKEN", e, softLogout(e.softLogout()));
            case Unrecognized e -> error(404, "M_UNRECOGNIZED", e);
            case UnsupportedRoomVersion e -> error(400, "M_UNSUPPORTED_ROOM_VERSION", e);
            case UrlNotSet e -> error(400, "M_URL_NOT_SET", e);
            case UserDeactivated e -> error(403, "M_USER_DEACTIVATED", e);
            case UserInUse e -> error(400, "M_USER_IN_USE", e);
            case UserLocked e -> error(401, "M_USER_LOCKED", e, softLogout(true));
            case UserSuspended e -> error(403, "M_USER_SUSPENDED", e);
            case WeakPassword e -> error(400, "M_WEAK_PASSWORD", e);
            case WrongRoomKeysVersion e ->
                error(403, "M_WRONG_ROOM_KEYS_VERSION", e, JsonObject.of("current_version", e.currentVersion()));
        };
    }

    private static ErrorAnswer challenge(InteractiveAuthRequired required) {
        var body = required.failure().map(failure -> answer(failure).body()).orElse(JsonObject.EMPTY).toBuilder()
                .put(
                        "flows",
                        JsonArray.of(required.flows(), flow -> JsonObject.of("stages", JsonArray.ofStrings(flow))))
                .put("params", required.params())
                .put("session", required.session());
        if (!required.completed().isEmpty()) {
            body.put("completed", JsonArray.ofStrings(required.completed()));
        }
        return new ErrorAnswer(401, body.build());
    }

    /** Whole seconds, never too few. */
    static long retryAfterSeconds(LimitExceeded limit) {
        return limit.retryAfter().plusSeconds(1).minusNanos(1).toSeconds();
    }

    private static ErrorAnswer error(int status, String errcode, MatrixException refusal) {
        return ErrorAnswer.of(status, errcode, refusal.reason());
    }

    private static ErrorAnswer error(int status, String errcode, MatrixException refusal, JsonObject details) {
        return error(status, errcode, refusal).with(details);
    }

    private static JsonObject softLogout(boolean soft) {
        return JsonObject.of("soft_logout", JsonBoolean.of(soft));
    }

    /** Clients ask again with the delay that they find here (MSC4140, as it was before it was accepted). */
    private static JsonObject maxDelay(MaxDelayExceeded refusal) {
        return JsonObject.of("org.matrix.msc4140.errcode", "M_MAX_DELAY_EXCEEDED")
                .with("org.matrix.msc4140.max_delay", refusal.maxDelay().toMillis());
    }

    private static JsonObject badStatus(ServiceBadStatus answer) {
        return JsonObject.of("status", new JsonInteger(answer.status())).with("body", answer.body());
    }

    private static JsonObject retryAfter(LimitExceeded limit) {
        return JsonObject.of(
                "retry_after_ms",
                new JsonInteger(limit.retryAfter().plusMillis(1).minusNanos(1).toMillis()));
    }
}
