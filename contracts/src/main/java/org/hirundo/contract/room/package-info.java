/** What every storage guarantees of rooms and their states. Read {@link org.hirundo.contract.room.RoomStoreContract}. */
@NullMarked
package org.hirundo.contract.room;

import org.jspecify.annotations.NullMarked;
