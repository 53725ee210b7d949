package org.hirundo.application.session;

import java.util.Optional;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.UserSuspended;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;

/**
 * Who asks. Made by {@link Authenticate}, or later by {@link AbsentUsers}, but for the server itself; whoever holds one need not
 * doubt it.
 *
 * @param device the device that asks; {@link #NO_DEVICE} when an application service names none
 * @param admin whether the user may use the server administration endpoints
 * @param suspended whether the user may read, leave, and little else
 * @param accessToken the token the request came with
 * @param service the application service whose user asks, with its token or with one of their own; empty for everybody else
 */
public record Requester(
        UserId user,
        DeviceId device,
        Kind kind,
        boolean admin,
        boolean suspended,
        TokenHash accessToken,
        Optional<Registration> service) {

    /** Stands for no device. No device has this id. */
    public static final DeviceId NO_DEVICE = new DeviceId("");

    /** Nobody has a token with this hash. */
    static final TokenHash NO_TOKEN = new TokenHash("");

    /** Somebody who is no user of an application service. */
    public Requester(UserId user, DeviceId device, Kind kind, boolean admin, boolean suspended, TokenHash accessToken) {
        this(user, device, kind, admin, suspended, accessToken, Optional.empty());
    }

    /** What kind of account asks. */
    public enum Kind {
        /** A person or a bot. */
        USER,
        /** A guest, who may do what the specification lists and nothing else. */
        GUEST,
        /** An application service, as itself or as one of its users. */
        APPSERVICE,
        /** The server itself. */
        SERVER;

        static Kind of(Account.Kind account) {
            return switch (account) {
                case USER -> USER;
                case GUEST -> GUEST;
                case APPSERVICE -> APPSERVICE;
            };
        }
    }

    /**
     * The server itself, in the name of one of its own users and on behalf of somebody who asked for it.
     *
     * @param user who speaks for the server
     * @param asked whose request it is; what they ask twice in one transaction happens once
     */
    public static Requester server(UserId user, Requester asked) {
        var device = new DeviceId(asked.user() + " " + asked.device());
        return new Requester(user, device, Kind.SERVER, false, false, asked.accessToken());
    }

    /** The application service that asks with its own token, as whichever of its users; empty when none does. */
    public Optional<Registration> askingService() {
        return service.filter(known -> known.asToken().hash().equals(accessToken.value()));
    }

    /** Whether the user asked earlier for what is done now, see {@link AbsentUsers}. */
    public boolean isAbsent() {
        return accessToken.equals(NO_TOKEN);
    }

    /** The device that asks; empty when an application service names none. */
    public Optional<DeviceId> namedDevice() {
        return Optional.of(device).filter(known -> !known.equals(NO_DEVICE));
    }

    /**
     * Refuses who has no device, for what belongs to one.
     *
     * @throws MissingParam when an application service did not say which of its user's devices it is
     */
    public void refuseWithoutDevice() {
        if (namedDevice().isEmpty()) {
            throw new MissingParam("This needs a device, which an application service names in device_id");
        }
    }

    /** Whether a guest asks. */
    public boolean isGuest() {
        return kind == Kind.GUEST;
    }

    /**
     * Refuses guests, for whatever the specification does not allow them.
     *
     * @throws GuestAccessForbidden when a guest asks
     */
    public void refuseGuest() {
        if (isGuest()) {
            throw new GuestAccessForbidden("Guests cannot do this");
        }
    }

    /**
     * Refuses suspended users.
     *
     * @throws UserSuspended when the user is suspended
     */
    public void refuseSuspended() {
        if (suspended) {
            throw new UserSuspended("You cannot perform this action while suspended.");
        }
    }

    /**
     * Refuses whoever asks about somebody else what everybody may ask only of themselves.
     *
     * @throws Forbidden when the user is another
     */
    public void refuseUnlessSelf(UserId owner) {
        if (!user.equals(owner)) {
            throw new Forbidden("This belongs to another user");
        }
    }

    /**
     * Refuses users who are no administrators.
     *
     * @throws Forbidden when the user is none
     */
    public void refuseUnlessAdmin() {
        if (!admin) {
            throw new Forbidden("You are not a server administrator");
        }
    }
}
