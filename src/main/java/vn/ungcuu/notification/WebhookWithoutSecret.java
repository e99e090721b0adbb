package vn.ungcuu.notification;

/** Without a secret nobody could tell our webhooks from somebody else's: nothing may start like that. */
class WebhookWithoutSecret extends IllegalStateException {

    WebhookWithoutSecret() {
        super("ung-cuu.webhook.url needs ung-cuu.webhook.secret");
    }
}
