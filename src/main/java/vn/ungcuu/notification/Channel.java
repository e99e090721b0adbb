package vn.ungcuu.notification;

/** The ways a message leaves the application. */
enum Channel {
    MAIL("mail"),
    SMS("SMS"),
    WEBHOOK("webhook");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** For the log. */
    String label() {
        return label;
    }
}
