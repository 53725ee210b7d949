/** What every storage guarantees of memberships. Read {@link org.hirundo.contract.membership.MembershipStoreContract}. */
@NullMarked
package org.hirundo.contract.membership;

import org.jspecify.annotations.NullMarked;
