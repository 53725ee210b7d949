/**
 * What administrators decide. {@link org.hirundo.bootstrap.config.Options} declares every option once; its documentation, its
 * default and the check of what is given are made from that. Values come from MicroProfile Config: flags, then the environment,
 * then a file, then the defaults. Read {@link org.hirundo.bootstrap.config.Options} and {@link
 * org.hirundo.bootstrap.config.Configuration} first.
 */
@NullMarked
package org.hirundo.bootstrap.config;

import org.jspecify.annotations.NullMarked;
