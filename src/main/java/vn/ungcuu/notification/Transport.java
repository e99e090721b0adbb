package vn.ungcuu.notification;

/** Carries messages of one channel out of the application. */
interface Transport {

    Channel channel();

    boolean isConfigured();

    /**
     * Hands the message over. Nobody being left to send it to is no failure.
     *
     * @throws DeliveryFailed when it has to be tried again later
     */
    void send(OutgoingMessage message);
}
