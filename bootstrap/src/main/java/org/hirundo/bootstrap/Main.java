package org.hirundo.bootstrap;

import java.util.List;
import org.hirundo.bootstrap.cli.Commands;

/** Where the program begins. */
public final class Main {

    private Main() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] args) {
        Logging.toStandardError();
        int code = new Commands(System.getenv(), System.out, System.err).run(List.of(args));
        if (code != 0) {
            System.exit(code);
        }
    }
}
