/** The command line: what administrators type, and what they are told. Read {@link org.hirundo.bootstrap.cli.Commands} first. */
@NullMarked
package org.hirundo.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
