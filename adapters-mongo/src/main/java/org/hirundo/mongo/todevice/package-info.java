/** Inboxes of devices in MongoDB, see {@link org.hirundo.mongo.todevice.MongoToDeviceStore}. */
@NullMarked
package org.hirundo.mongo.todevice;

import org.jspecify.annotations.NullMarked;
