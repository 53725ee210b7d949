package org.hirundo.rest.common;

import org.hirundo.domain.error.AliasInUse;
import org.hirundo.domain.error.InteractiveAuthRequired;
import org.hirundo.domain.error.BadAlias;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.BadState;
import org.hirundo.domain.error.CannotOverwriteMedia;
import org.hirundo.domain.error.DuplicateAnnotation;
import org.hirundo.domain.error.Exclusive;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.IncompatibleRoomVersion;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.InvalidRoomState;
import org.hirundo.domain.error.InvalidSignature;
import org.hirundo.domain.error.InvalidUsername;
import org.hirundo.domain.error.InviteBlocked;
import org.hirundo.domain.error.KeyTooLarge;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.MissingToken;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.NotJson;
import org.hirundo.domain.error.NotYetUploaded;
import org.hirundo.domain.error.ProfileTooLarge;
import org.hirundo.domain.error.RegistrationDisabled;
import org.hirundo.domain.error.RoomInUse;
import org.hirundo.domain.error.ServerManaged;
import org.hirundo.domain.error.ThreepidInUse;
import org.hirundo.domain.error.ThreepidNotFound;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.error.UnableToAuthoriseJoin;
import org.hirundo.domain.error.UnableToGrantJoin;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.error.UnknownPosition;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.error.Unrecognized;
import org.hirundo.domain.error.UnsupportedRoomVersion;
import org.hirundo.domain.error.UserDeactivated;
import org.hirundo.domain.error.UserInUse;
import org.hirundo.domain.error.UserLocked;
import org.hirundo.domain.error.UserSuspended;
import org.hirundo.domain.error.WeakPassword;
import org.hirundo.domain.error.WrongRoomKeysVersion;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/**
 * A refusal as a client is told of it: the one place where meanings get numbers and codes.
 *
 * @param status the HTTP status
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#common-error-codes">Error codes</a>
 */
record MatrixError(int status, JsonObject body) {

    static MatrixError of(int status, String errcode, String error) {
        return new MatrixError(
                status,
                JsonObject.builder().put("errcode", errcode).put("error", error).build());
    }

    static MatrixError of(MatrixException refusal) {
        return switch (refusal) {
            case InteractiveAuthRequired required -> challenge(required);
            case UnknownToken token ->
                error(401, "M_UNKNOWN_TOKEN", token).with(json -> json.put("soft_logout", token.softLogout()));
            case MissingToken missing -> error(401, "M_MISSING_TOKEN", missing);
            case UserLocked locked -> error(401, "M_USER_LOCKED", locked).with(json -> json.put("soft_logout", true));
            case LimitExceeded limit ->
                error(429, "M_LIMIT_EXCEEDED", limit)
                        .with(json -> json.put("retry_after_ms", limit.retryAfter().toMillis()));
            case IncompatibleRoomVersion incompatible ->
                error(400, "M_INCOMPATIBLE_ROOM_VERSION", incompatible)
                        .with(json -> json.put("room_version", incompatible.roomVersion()));
            case WrongRoomKeysVersion wrong ->
                error(403, "M_WRONG_ROOM_KEYS_VERSION", wrong)
                        .with(json -> json.put("current_version", wrong.currentVersion()));
            case BadJson bad -> error(400, "M_BAD_JSON", bad);
            case NotJson not -> error(400, "M_NOT_JSON", not);
            case InvalidParam invalid -> error(400, "M_INVALID_PARAM", invalid);
            case MissingParam missing -> error(400, "M_MISSING_PARAM", missing);
            case Forbidden forbidden -> error(403, "M_FORBIDDEN", forbidden);
            case NotFound notFound -> error(404, "M_NOT_FOUND", notFound);
            case Unrecognized unrecognized -> error(404, "M_UNRECOGNIZED", unrecognized);
            case TooLarge large -> error(413, "M_TOO_LARGE", large);
            case UserInUse inUse -> error(400, "M_USER_IN_USE", inUse);
            case InvalidUsername invalid -> error(400, "M_INVALID_USERNAME", invalid);
            case Exclusive exclusive -> error(400, "M_EXCLUSIVE", exclusive);
            case RegistrationDisabled disabled -> error(403, "M_FORBIDDEN", disabled);
            case RoomInUse inUse -> error(400, "M_ROOM_IN_USE", inUse);
            case AliasInUse inUse -> error(409, "M_UNKNOWN", inUse);
            case UnsupportedRoomVersion unsupported -> error(400, "M_UNSUPPORTED_ROOM_VERSION", unsupported);
            case BadState bad -> error(403, "M_BAD_STATE", bad);
            case InvalidRoomState invalid -> error(400, "M_INVALID_ROOM_STATE", invalid);
            case WeakPassword weak -> error(400, "M_WEAK_PASSWORD", weak);
            case UserDeactivated deactivated -> error(403, "M_USER_DEACTIVATED", deactivated);
            case UserSuspended suspended -> error(403, "M_USER_SUSPENDED", suspended);
            case GuestAccessForbidden guest -> error(403, "M_GUEST_ACCESS_FORBIDDEN", guest);
            case BadAlias bad -> error(400, "M_BAD_ALIAS", bad);
            case InviteBlocked blocked -> error(403, "M_INVITE_BLOCKED", blocked);
            case ServerManaged managed -> error(405, "M_BAD_JSON", managed);
            case InvalidSignature invalid -> error(400, "M_INVALID_SIGNATURE", invalid);
            case KeyTooLarge large -> error(400, "M_KEY_TOO_LARGE", large);
            case ProfileTooLarge large -> error(400, "M_PROFILE_TOO_LARGE", large);
            case DuplicateAnnotation duplicate -> error(400, "M_DUPLICATE_ANNOTATION", duplicate);
            case UnableToAuthoriseJoin unable -> error(400, "M_UNABLE_TO_AUTHORISE_JOIN", unable);
            case UnableToGrantJoin unable -> error(400, "M_UNABLE_TO_GRANT_JOIN", unable);
            case ThreepidNotFound notFound -> error(400, "M_THREEPID_NOT_FOUND", notFound);
            case ThreepidInUse inUse -> error(400, "M_THREEPID_IN_USE", inUse);
            case NotYetUploaded notYet -> error(504, "M_NOT_YET_UPLOADED", notYet);
            case CannotOverwriteMedia cannot -> error(409, "M_CANNOT_OVERWRITE_MEDIA", cannot);
            case UnknownPosition unknown -> error(400, "M_UNKNOWN_POS", unknown);
            case Unknown unknown -> error(400, "M_UNKNOWN", unknown);
        };
    }

    private static MatrixError challenge(InteractiveAuthRequired required) {
        var flows = JsonArray.of(required.flows(), flow -> JsonObject.of("stages", JsonArray.ofStrings(flow)));
        var body = required.failure().map(MatrixError::of).map(MatrixError::body).orElse(JsonObject.EMPTY).toBuilder()
                .put("flows", flows)
                .put("params", required.params())
                .put("session", required.session());
        if (!required.completed().isEmpty()) {
            body.put("completed", JsonArray.ofStrings(required.completed()));
        }
        return new MatrixError(401, body.build());
    }

    private static MatrixError error(int status, String errcode, MatrixException refusal) {
        return of(status, errcode, refusal.reason());
    }

    private MatrixError with(java.util.function.UnaryOperator<JsonObject.Builder> more) {
        return new MatrixError(status, more.apply(body.toBuilder()).build());
    }
}
