package org.hirundo.rest.counterexample;

import jakarta.inject.Inject;
import org.hirundo.application.profile.GetProfile;
import org.hirundo.application.profile.SetProfileField;

/** Is incomplete until somebody fills it, and changes whenever somebody does. */
public final class IsFilledLater {

    @Inject
    GetProfile getProfile;

    private SetProfileField setProfileField;

    @Inject
    void setSetProfileField(SetProfileField setProfileField) {
        this.setProfileField = setProfileField;
    }

    @Override
    public String toString() {
        return "" + getProfile + setProfileField;
    }
}
