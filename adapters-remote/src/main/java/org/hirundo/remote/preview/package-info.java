/**
 * How links are read to preview them. Read {@link org.hirundo.remote.preview.HttpLinkReader}.
 *
 * @see <a href="https://ogp.me/">The Open Graph protocol</a>
 * @see <a href="https://oembed.com/">oEmbed</a>
 */
@NullMarked
package org.hirundo.remote.preview;

import org.jspecify.annotations.NullMarked;
