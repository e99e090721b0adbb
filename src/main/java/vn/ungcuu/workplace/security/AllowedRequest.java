package vn.ungcuu.workplace.security;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request that may pass: {@code "GET /task/*"}, where {@code *} is one part of a path and {@code **} at the end the
 * rest of it.
 *
 * @param condition what the request must fulfil beside
 */
record AllowedRequest(String method, Pattern path, RequestCondition condition) {

    static AllowedRequest allowed(String line) {
        return allowed(line, RequestCondition.NONE);
    }

    static AllowedRequest allowed(String line, RequestCondition condition) {
        String[] words = line.split(" ");
        String expression = Arrays.stream(words[1].split("/"))
                .map(part -> switch (part) {
                    case "*" -> "[^/]+";
                    case "**" -> ".+";
                    default -> Pattern.quote(part);
                })
                .collect(Collectors.joining("/"));
        return new AllowedRequest(words[0], Pattern.compile(expression), condition);
    }

    boolean matches(EngineRequest request) {
        return method.equals(request.method()) && path.matcher(request.path()).matches();
    }
}
