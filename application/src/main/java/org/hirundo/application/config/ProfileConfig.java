package org.hirundo.application.config;

import org.hirundo.domain.profile.ProfileFieldsPolicy;

/**
 * What users may do with their profiles.
 *
 * @param fields which fields they may change; default all
 */
public record ProfileConfig(ProfileFieldsPolicy fields) {

    /** What holds where nothing is configured. */
    public static final ProfileConfig DEFAULT = new ProfileConfig(ProfileFieldsPolicy.FREE);
}
