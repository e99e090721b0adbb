package vn.ungcuu.notification;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator what to do instead of a stack trace. */
class WebhookWithoutSecretAnalyzer extends AbstractFailureAnalyzer<WebhookWithoutSecret> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WebhookWithoutSecret cause) {
        return new FailureAnalysis("""
                Có địa chỉ webhook (ung-cuu.webhook.url) nhưng chưa có khóa bí mật để ký.
                There is a webhook address (ung-cuu.webhook.url) but no secret to sign with.""", """
                Hãy đặt khóa bí mật trong biến môi trường UNGCUU_WEBHOOK_SECRET rồi khởi động lại, hoặc bỏ địa chỉ webhook.
                Set UNGCUU_WEBHOOK_SECRET and start again, or take the webhook address out.""", cause);
    }
}
