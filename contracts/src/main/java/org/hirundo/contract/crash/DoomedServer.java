package org.hirundo.contract.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hirundo.contract.story.Server;
import org.hirundo.domain.id.RoomId;

/**
 * A process with a server in which users are busy until it is killed. What they are told has been done is told on standard
 * output, a line for each {@link Acknowledgement}, after the use case returned.
 */
final class DoomedServer {

    /** The line that tells that the storage is open. */
    static final String OPEN = "open";

    /** How lines begin that tell what should not happen as long as nobody is killed. */
    static final String FAILED = "failed ";

    private static final int WRITERS = 6;

    private DoomedServer() {}

    /** Takes the name of a {@link StorageOpening}, the seed of chance, and the arguments of the opening. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        var told = System.out;
        // Whoever else writes to standard output must not come between the lines.
        System.setOut(System.err);
        var opening = Class.forName(arguments[0])
                .asSubclass(StorageOpening.class)
                .getDeclaredConstructor()
                .newInstance();
        long seed = Long.parseLong(arguments[1]);
        var storage = opening.open(List.of(arguments).subList(2, arguments.length));
        var server = Server.on(storage)
                .with(InstantSource.class, InstantSource.system())
                .with(RandomGenerator.class, new Random(seed));
        var users = users();
        var rooms = new CopyOnWriteArrayList<RoomId>();
        for (var user : users) {
            storage.memberships().roomsOf(Server.user(user).user()).keySet().forEach(rooms::addIfAbsent);
        }
        told.println(OPEN);
        for (var user : users) {
            var writer = new DoomedWriter(
                    server, user, rooms, new Random(seed + user.hashCode()), done -> tell(told, done.line()));
            Thread.ofVirtual().start(() -> write(writer, told));
        }
        endWithParent();
    }

    /** The localparts of those who write. */
    static List<String> users() {
        return IntStream.range(0, WRITERS).mapToObj(number -> "writer" + number).toList();
    }

    private static void write(DoomedWriter writer, PrintStream told) {
        try {
            writer.run();
        } catch (RuntimeException failure) {
            tell(told, FAILED + failure);
        }
    }

    private static synchronized void tell(PrintStream told, String line) {
        told.println(line);
        told.flush();
    }

    /** Standard input ends when the process ends that started this one. */
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes to it.
            }
        } catch (IOException gone) {
            // So is the parent.
        }
        Runtime.getRuntime().halt(1);
    }
}
