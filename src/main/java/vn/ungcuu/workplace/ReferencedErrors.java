package vn.ungcuu.workplace;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;
import vn.ungcuu.ErrorReference;

/**
 * Gives every technical failure a number: the person sees it on the error page and tells it on the phone, the administrator
 * finds it in the log. Nothing else of the failure is shown.
 */
@Component
class ReferencedErrors extends DefaultErrorAttributes {

    private static final Logger LOG = LoggerFactory.getLogger(ReferencedErrors.class);
    private static final int SERVER_ERROR = 500;

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        if (attributes.get("status") instanceof Integer status && status >= SERVER_ERROR) {
            String reference = ErrorReference.next();
            attributes.put("reference", reference);
            try (MDC.MDCCloseable field = MDC.putCloseable("reference", reference)) {
                LOG.error("Error {} at {}", reference, attributes.get("path"), getError(request));
            }
        }
        return attributes;
    }
}
