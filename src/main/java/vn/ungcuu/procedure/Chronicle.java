package vn.ungcuu.procedure;

import java.util.Map;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.NewEntry;
import vn.ungcuu.incident.Timeline;

/** Writes what happens in the procedure into the incident's timeline, in the name of whoever acts. */
@Component
class Chronicle {

    private final Timeline timeline;
    private final Actors actors;

    Chronicle(Timeline timeline, Actors actors) {
        this.timeline = timeline;
        this.actors = actors;
    }

    /** For the first of the actor's offices. */
    void write(String code, EntryKind kind, String what, Map<String, ?> details) {
        write(code, kind, null, what, details);
    }

    /** @param office the office acted for, or null for the first of the actor's */
    void write(String code, EntryKind kind, @Nullable String office, String what, Map<String, ?> details) {
        Actor actor = actors.current();
        timeline.append(new NewEntry(
                code, kind, actor.id(), actor.name(), office == null ? actor.office() : office, what, details));
    }
}
