package org.hirundo.bootstrap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.hirundo.domain.json.JsonObject;

/** Creates an account. */
final class UserCreateCommand {

    private static final String PATH = "/_synapse/admin/v1/register";

    private final PrintStream out;

    UserCreateCommand(PrintStream out) {
        this.out = out;
    }

    void run(UserCreation creation, OwnServer server) throws Failure {
        var body = JsonObject.builder()
                .put("username", creation.name())
                .put("password", creation.password())
                .put("admin", creation.admin())
                .build();
        var proven = List.of(creation.name(), creation.password(), creation.admin() ? "admin" : "notadmin");
        try {
            var answer = server.ask(new SecretHolder.Question(PATH, "HmacSHA1", body, proven));
            out.println("Created " + SecretHolder.member(answer, "user_id"));
        } catch (IOException e) {
            throw OwnServer.unanswered(e);
        }
    }
}
