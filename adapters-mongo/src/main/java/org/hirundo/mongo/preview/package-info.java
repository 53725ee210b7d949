/** Previews of links, in MongoDB, see {@link org.hirundo.mongo.preview.MongoPreviewStore}. */
@NullMarked
package org.hirundo.mongo.preview;

import org.jspecify.annotations.NullMarked;
