/** How use cases read what clients send. Read {@link org.hirundo.application.request.Body}. */
@NullMarked
package org.hirundo.application.request;

import org.jspecify.annotations.NullMarked;
