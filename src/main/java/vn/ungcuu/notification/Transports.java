package vn.ungcuu.notification;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The ways out that this commune has; the start log names them. */
@Component
class Transports {

    private static final Logger LOG = LoggerFactory.getLogger(Transports.class);

    private final Map<Channel, Transport> byChannel = new EnumMap<>(Channel.class);

    Transports(List<Transport> transports) {
        transports.forEach(transport -> byChannel.put(transport.channel(), transport));
    }

    Transport by(Channel channel) {
        return byChannel.get(channel);
    }

    boolean has(Channel channel) {
        return by(channel).isConfigured();
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhatIsConfigured() {
        if (byChannel.values().stream().noneMatch(Transport::isConfigured)) {
            LOG.info("Messages are shown in the application only: neither mail, SMS nor a webhook is configured");
        } else {
            LOG.info(
                    "Messages go out by {}; not configured: {}",
                    channels(this::has),
                    channels(channel -> !has(channel)));
        }
    }

    private static String channels(Predicate<Channel> which) {
        String channels = Arrays.stream(Channel.values())
                .filter(which)
                .map(Channel::label)
                .collect(joining(", "));
        return channels.isEmpty() ? "nothing" : channels;
    }
}
