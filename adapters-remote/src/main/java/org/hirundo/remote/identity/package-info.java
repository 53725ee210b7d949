/** How identity servers are called, see {@link org.hirundo.remote.identity.HttpIdentityServers}. */
@NullMarked
package org.hirundo.remote.identity;

import org.jspecify.annotations.NullMarked;
