/** Registration, sign-in, and what users do with their accounts. */
@NullMarked
package org.hirundo.rest.client.account;

import org.jspecify.annotations.NullMarked;
