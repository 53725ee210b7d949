package org.hirundo.rest.counterexample;

import org.hirundo.application.port.profile.ProfileStore;

/** Asks nobody whether the requester may see the profile. */
public final class ReadsProfilesItself {

    private final ProfileStore profiles;

    ReadsProfilesItself(ProfileStore profiles) {
        this.profiles = profiles;
    }

    @Override
    public String toString() {
        return profiles.toString();
    }
}
