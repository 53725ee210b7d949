package org.hirundo.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hirundo.contract.story.Traffic;

/** Listens to the commands that are sent to the server. */
public final class CountedCommands implements CommandListener {

    private static final String COMMIT = "commitTransaction";

    private final List<String> names = new CopyOnWriteArrayList<>();
    private final Traffic traffic = new Traffic();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var name = event.getCommandName();
        names.add(name);
        if (name.equals(COMMIT)) {
            traffic.commit();
        } else {
            traffic.statement(name);
        }
    }

    /** The commands as the stories count them. */
    public Traffic traffic() {
        return traffic;
    }

    /** The commands that the work sends, by name and in order. */
    public List<String> during(Runnable work) {
        names.clear();
        work.run();
        return List.copyOf(names);
    }
}
