package org.hirundo.rest.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The status and the code of each refusal are the specification's. */
class RefusalsTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(new AliasInUse("why"), 409, "M_UNKNOWN"),
                arguments(new AlreadyFinalised("why"), 409, "M_UNKNOWN"),
                arguments(new AppserviceLoginUnsupported("why"), 400, "M_APPSERVICE_LOGIN_UNSUPPORTED"),
                arguments(new BadAlias("why"), 400, "M_BAD_ALIAS"),
                arguments(new BadJson("why"), 400, "M_BAD_JSON"),
                arguments(new BadState("why"), 403, "M_BAD_STATE"),
                arguments(new CannotOverwriteMedia("why"), 409, "M_CANNOT_OVERWRITE_MEDIA"),
                arguments(new CannotLeaveServerNoticeRoom("why"), 403, "M_CANNOT_LEAVE_SERVER_NOTICE_ROOM"),
                arguments(new ConflictingUnsubscription("why"), 409, "IO.ELEMENT.MSC4306.M_CONFLICTING_UNSUBSCRIPTION"),
                arguments(new ConcurrentWrite("why"), 409, "M_CONCURRENT_WRITE"),
                arguments(new CaptchaInvalid("why"), 400, "M_CAPTCHA_INVALID"),
                arguments(new CaptchaNeeded("why"), 400, "M_CAPTCHA_NEEDED"),
                arguments(new DuplicateAnnotation("why"), 400, "M_DUPLICATE_ANNOTATION"),
                arguments(new Exclusive("why"), 400, "M_EXCLUSIVE"),
                arguments(new Forbidden("why"), 403, "M_FORBIDDEN"),
                arguments(new GuestAccessForbidden("why"), 403, "M_GUEST_ACCESS_FORBIDDEN"),
                arguments(new IncompatibleRoomVersion("why", "9"), 400, "M_INCOMPATIBLE_ROOM_VERSION"),
                arguments(new InvalidParam("why"), 400, "M_INVALID_PARAM"),
                arguments(new InvalidRoomState("why"), 400, "M_INVALID_ROOM_STATE"),
                arguments(new InvalidSignature("why"), 400, "M_INVALID_SIGNATURE"),
                arguments(new InvalidUsername("why"), 400, "M_INVALID_USERNAME"),
                arguments(new InviteBlocked("why"), 403, "M_INVITE_BLOCKED"),
                arguments(new KeyTooLarge("why"), 400, "M_KEY_TOO_LARGE"),
                arguments(new LimitExceeded(Duration.ofSeconds(1)), 429, "M_LIMIT_EXCEEDED"),
                arguments(new MaxDelayExceeded(Duration.ofDays(1)), 400, "M_UNKNOWN"),
                arguments(new MissingParam("why"), 400, "M_MISSING_PARAM"),
                arguments(new MissingToken(), 401, "M_MISSING_TOKEN"),
                arguments(new NotFound("why"), 404, "M_NOT_FOUND"),
                arguments(new NotInThread("why"), 400, "IO.ELEMENT.MSC4306.M_NOT_IN_THREAD"),
                arguments(new NotJson("why"), 400, "M_NOT_JSON"),
                arguments(new NotYetUploaded("why"), 504, "M_NOT_YET_UPLOADED"),
                arguments(new ProfileTooLarge("why"), 400, "M_PROFILE_TOO_LARGE"),
                arguments(new RegistrationDisabled("why"), 403, "M_FORBIDDEN"),
                arguments(new RemoteFailure("why"), 502, "M_UNKNOWN"),
                arguments(new RoomInUse("why"), 400, "M_ROOM_IN_USE"),
                arguments(new ServerManaged("why"), 405, "M_BAD_JSON"),
                arguments(new ServerNotTrusted("why"), 400, "M_SERVER_NOT_TRUSTED"),
                arguments(new ThreepidAuthFailed("why"), 403, "M_THREEPID_AUTH_FAILED"),
                arguments(new ThreepidMediumNotSupported("why"), 400, "M_THREEPID_MEDIUM_NOT_SUPPORTED"),
                arguments(new ServiceBadStatus(401, "who?"), 502, "M_BAD_STATUS"),
                arguments(new ServiceTimedOut("why"), 504, "M_CONNECTION_TIMEOUT"),
                arguments(new ServiceUnreachable("why"), 502, "M_CONNECTION_FAILED"),
                arguments(new ThreepidInUse("why"), 400, "M_THREEPID_IN_USE"),
                arguments(new ThreepidNotFound("why"), 400, "M_THREEPID_NOT_FOUND"),
                arguments(new TooLarge("why"), 413, "M_TOO_LARGE"),
                arguments(new UnableToAuthoriseJoin("why"), 400, "M_UNABLE_TO_AUTHORISE_JOIN"),
                arguments(new UnableToGrantJoin("why"), 400, "M_UNABLE_TO_GRANT_JOIN"),
                arguments(new Unknown("why"), 400, "M_UNKNOWN"),
                arguments(new UnknownDevice("why"), 400, "M_UNKNOWN_DEVICE"),
                arguments(new UnknownPosition("why"), 400, "M_UNKNOWN_POS"),
                arguments(new UnknownToken(false), 401, "M_UNKNOWN_TOKEN"),
                arguments(new Unrecognized("why"), 404, "M_UNRECOGNIZED"),
                arguments(new UnsupportedRoomVersion("why"), 400, "M_UNSUPPORTED_ROOM_VERSION"),
                arguments(new UrlNotSet("why"), 400, "M_URL_NOT_SET"),
                arguments(new UserDeactivated("why"), 403, "M_USER_DEACTIVATED"),
                arguments(new UserInUse("why"), 400, "M_USER_IN_USE"),
                arguments(new UserLocked(), 401, "M_USER_LOCKED"),
                arguments(new UserSuspended("why"), 403, "M_USER_SUSPENDED"),
                arguments(new WeakPassword("why"), 400, "M_WEAK_PASSWORD"),
                arguments(new WrongRoomKeysVersion("2"), 403, "M_WRONG_ROOM_KEYS_VERSION"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    @Tag("easily-missed-4")
    @Tag("easily-missed-5")
    @Tag("easily-missed-23")
    void a_refusal_has_its_status_and_its_code(MatrixException refusal, int status, String errcode) {
        var answer = Refusals.answer(refusal);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().string("errcode")).contains(errcode);
        assertThat(answer.body().string("error")).contains(refusal.reason());
        assertThat(refusal.reason()).isNotBlank();
    }

    @Test
    void no_refusal_is_left_out() {
        var tested = Stream.concat(
                refusals().map(arguments -> arguments.get()[0].getClass()), Stream.of(InteractiveAuthRequired.class));
        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(MatrixException.class.getPermittedSubclasses()));
    }

    @Test
    void a_client_is_told_the_longest_delay() {
        var body =
                Refusals.answer(new MaxDelayExceeded(Duration.ofMillis(1500))).body();

        assertThat(body.string("org.matrix.msc4140.errcode")).contains("M_MAX_DELAY_EXCEEDED");
        assertThat(body.integer("org.matrix.msc4140.max_delay")).hasValue(1500);
    }

    @Test
    void a_client_that_has_to_wait_is_told_how_long() {
        var limit = new LimitExceeded(Duration.ofMillis(1001));
        assertThat(Refusals.answer(limit).body().integer("retry_after_ms")).hasValue(1001);
        assertThat(Refusals.retryAfterSeconds(limit)).isEqualTo(2);
        assertThat(Refusals.answer(new LimitExceeded(Duration.ofNanos(1)))
                        .body()
                        .integer("retry_after_ms"))
                .hasValue(1);
        assertThat(Refusals.retryAfterSeconds(new LimitExceeded(Duration.ofSeconds(1))))
                .isEqualTo(1);
        assertThat(Refusals.retryAfterSeconds(new LimitExceeded(Duration.ofNanos(1))))
                .isEqualTo(1);
    }

    @Test
    @Tag("easily-missed-4")
    void a_device_that_lives_on_is_told_so() {
        assertThat(Refusals.answer(new UnknownToken(true)).body().bool("soft_logout"))
                .contains(true);
        assertThat(Refusals.answer(new UnknownToken(false)).body().bool("soft_logout"))
                .contains(false);
        assertThat(Refusals.answer(new UserLocked()).body().bool("soft_logout")).contains(true);
    }

    @Test
    void versions_are_told() {
        assertThat(Refusals.answer(new IncompatibleRoomVersion("why", "9"))
                        .body()
                        .string("room_version"))
                .contains("9");
        assertThat(Refusals.answer(new WrongRoomKeysVersion("2")).body().string("current_version"))
                .contains("2");
    }

    @Test
    void authentication_in_stages_is_an_invitation_with_an_error_only_after_a_failure() {
        var first = new InteractiveAuthRequired(
                List.of(List.of("m.login.password")), JsonObject.EMPTY, "session", List.of());
        var invitation = Refusals.answer(first);
        assertThat(invitation.status()).isEqualTo(401);
        assertThat(invitation.body().toString())
                .isEqualTo("{\"flows\":[{\"stages\":[\"m.login.password\"]}],\"params\":{},\"session\":\"session\"}");
        var again = Refusals.answer(first.after(new Forbidden("Wrong password")));
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.body().string("errcode")).contains("M_FORBIDDEN");
        assertThat(again.body().has("flows")).isTrue();
    }
}
