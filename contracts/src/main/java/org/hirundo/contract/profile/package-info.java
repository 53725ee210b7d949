/** What every storage guarantees of profiles. Read {@link org.hirundo.contract.profile.ProfileStoreContract}. */
@NullMarked
package org.hirundo.contract.profile;

import org.jspecify.annotations.NullMarked;
