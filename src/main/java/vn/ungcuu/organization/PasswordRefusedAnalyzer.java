package vn.ungcuu.organization;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator the sentence instead of a stack trace. */
class PasswordRefusedAnalyzer extends AbstractFailureAnalyzer<PasswordRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PasswordRefused cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
