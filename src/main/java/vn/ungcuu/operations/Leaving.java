package vn.ungcuu.operations;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A node that is told to stop goes on answering for a moment, but only that it serves nobody any more ({@link OutOfService}):
 * the proxy learns that it leaves. When the web server then closes its port, no request is on its way to it.
 *
 * <p>The first to be stopped: the default phase is before the web server's.
 */
@Component
class Leaving implements SmartLifecycle {

    private final OperationsSettings settings;
    private volatile boolean running;

    Leaving(OperationsSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            Thread.sleep(settings.leaveFor().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
