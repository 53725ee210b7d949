package org.hirundo.contract.story;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hirundo.application.port.identity.IdentityServerFailure;
import org.hirundo.application.port.identity.IdentityServers;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.ThreepidInvite;

/** An identity server that knows whom it is told to know, and signs for whoever is to prove something. */
final class FakeIdentityServer implements IdentityServers {

    private static final Keys KEY = Keys.of(71);
    private static final String VALIDITY = "https://identity.example/valid";

    private final Map<String, UserId> owners = new ConcurrentHashMap<>();
    private final List<JsonObject> stored = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean broken;
    private volatile boolean keepsNothing;
    private volatile boolean keyIsGood = true;

    @Override
    public Optional<UserId> lookup(ThreepidInvite invite) throws IdentityServerFailure {
        asked.add("lookup " + invite.address());
        if (broken) {
            throw new IdentityServerFailure("a story wants it so");
        }
        return Optional.ofNullable(owners.get(invite.address()));
    }

    @Override
    public Stored store(ThreepidInvite invite, JsonObject about) throws IdentityServerFailure {
        asked.add("store " + invite.address());
        if (broken || keepsNothing) {
            throw new IdentityServerFailure("a story wants it so");
        }
        stored.add(about.with("address", invite.address()));
        return new Stored(
                "token" + stored.size(), "b...@e...", List.of(new Key(KEY.publicKey(), Optional.of(VALIDITY))));
    }

    @Override
    public boolean isValid(URI validity, String publicKey) throws IdentityServerFailure {
        asked.add("valid " + validity);
        if (broken) {
            throw new IdentityServerFailure("a story wants it so");
        }
        return keyIsGood && publicKey.equals(KEY.publicKey());
    }

    /** From now on the address is the user's. */
    void knows(String address, UserId owner) {
        owners.put(address, owner);
    }

    /** From now on it fails, or not any more. */
    void isBroken(boolean fails) {
        broken = fails;
    }

    /** From now on it finds, but keeps nothing. */
    void keepsNothing() {
        keepsNothing = true;
    }

    /** From now on its key is not good any more. */
    void revokesKey() {
        keyIsGood = false;
    }

    /** What it was told of the invites that it keeps. */
    List<JsonObject> stored() {
        return List.copyOf(stored);
    }

    /** What it was asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** The proof that the invite of the token is for the user. */
    static JsonObject signed(String token, UserId user, UserId sender) {
        return signed(KEY, token, user, sender);
    }

    /** What somebody else signs. */
    static JsonObject signed(Keys key, String token, UserId user, UserId sender) {
        var unsigned = JsonObject.of("mxid", user.toString())
                .with("sender", sender.toString())
                .with("token", token);
        return key.signedBy(unsigned, "identity.example", "0");
    }
}
