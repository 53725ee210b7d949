/**
 * What administrators decide, a record per topic. Every component says what holds where nothing is configured; the
 * documentation of the configuration is made of it.
 */
@NullMarked
package org.hirundo.application.config;

import org.jspecify.annotations.NullMarked;
