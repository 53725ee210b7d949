/**
 * What a storage still has after its processes were killed. {@link org.hirundo.contract.crash.CrashContract} starts a whole
 * server in a process of its own, {@code DoomedServer}, kills it while it writes, and lets {@code StorageAudit} look for what
 * the server had acknowledged.
 */
@NullMarked
package org.hirundo.contract.crash;

import org.jspecify.annotations.NullMarked;
