/** How connections are made, pooled and given to the provider, with the settings that make commits durable. Read {@link org.hirundo.jpa.connection.Connections} first. */
@NullMarked
package org.hirundo.jpa.connection;

import org.jspecify.annotations.NullMarked;
