package vn.ungcuu.procedure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** The FEEL in a form, as the browser understands it: a name nobody has set is null, an error is null too. */
final class Conditions {

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
    private final Map<String, ParseResult> parsed = new ConcurrentHashMap<>();

    boolean isTrue(String expression, Map<String, Object> context) {
        return Boolean.TRUE.equals(value(expression, context));
    }

    Object value(String expression, Map<String, Object> context) {
        ParseResult result = parsed.computeIfAbsent(expression, feel::parseExpression);
        if (result.isFailure()) {
            return null;
        }
        EvaluationResult evaluation = feel.evaluate(result.parsedExpression(), context);
        return evaluation.isSuccess() ? evaluation.result() : null;
    }
}
