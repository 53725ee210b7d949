package org.hirundo.media.thumbnail;

import java.awt.image.BufferedImage;

/**
 * What is to be seen for a moment.
 *
 * @param picture the whole canvas; whoever shows it may paint over it afterwards
 * @param milliseconds how long it is shown
 */
record Frame(BufferedImage picture, int milliseconds) {}
