package org.hirundo.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens to the commands that are sent to the server. */
public final class CountedCommands implements CommandListener {

    private final List<String> names = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        names.add(event.getCommandName());
    }

    /** The commands that the work sends, by name and in order. */
    public List<String> during(Runnable work) {
        names.clear();
        work.run();
        return List.copyOf(names);
    }
}
