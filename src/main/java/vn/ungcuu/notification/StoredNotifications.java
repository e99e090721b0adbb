package vn.ungcuu.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ungcuu.UngCuuApplication;

/**
 * Stores what is told and leaves the sending to a job of the engine, one per message: it is written with its cause, starts
 * after the commit, is tried again when it fails and shows in Cockpit when it keeps failing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StoredNotifications implements Notifications {

    private static final String PROCESS = "send-notification";

    private final MessageStore messages;
    private final Routing routing;
    private final Transports transports;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final ObjectMapper json;
    private final Clock clock;

    StoredNotifications(
            MessageStore messages,
            Routing routing,
            Transports transports,
            RuntimeService runtime,
            IdentityService identity,
            ObjectMapper json,
            Clock clock) {
        this.messages = messages;
        this.routing = routing;
        this.transports = transports;
        this.runtime = runtime;
        this.identity = identity;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void tell(Notice notice) {
        Instant now = now();
        String id = MessageStore.newId();
        for (Route route : routing.of(notice, now)) {
            messages.write(id, route.to(), now, notice);
            for (Channel channel : route.by()) {
                send(messages.write(channel, id, route.to(), route.onDuty(), now));
            }
        }
    }

    @Override
    public void announce(Announcement announcement) {
        if (transports.has(Channel.WEBHOOK)) {
            Instant now = now();
            String id = MessageStore.newId();
            messages.writeWebhook(id, body(id, now, announcement), now);
            send(id);
        }
    }

    /** Whoever caused the message usually may not start a process, and does not send it himself either. */
    private void send(String id) {
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            runtime.createProcessInstanceByKey(PROCESS)
                    .processDefinitionWithoutTenantId()
                    .businessKey(id)
                    .execute();
        } finally {
            if (before != null) {
                identity.setAuthentication(before);
            }
        }
    }

    private String body(String id, Instant at, Announcement announcement) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("event", announcement.event());
        body.put("code", announcement.code());
        body.put("drill", announcement.drill());
        body.put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(UngCuuApplication.ZONE)));
        body.put("data", announcement.data());
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The data of " + announcement.event() + " cannot be written as JSON", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
