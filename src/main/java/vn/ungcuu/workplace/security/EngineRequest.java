package vn.ungcuu.workplace.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request to the engine, whichever of its doors it came through.
 *
 * @param path for the engine's own resources the same for all doors ({@code /task/4711/claim}); for those of the web
 *     applications the whole path ({@code /camunda/api/cockpit/…})
 */
record EngineRequest(String method, String path) {

    /** What ids and resource names are made of. Everything else is a trick or a mistake. */
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_:.@-]+)+/?|/?");

    /** The longest first: each of these leads to the same resources. */
    private static final List<String> DOORS = List.of(
            SecurityConfiguration.REST + "/engine/default",
            SecurityConfiguration.REST,
            SecurityConfiguration.WEBAPPS + "/api/engine/engine/default");

    /** Empty when the path is not plain, so that nobody else can read it differently than we do. */
    static Optional<EngineRequest> of(HttpServletRequest request) {
        String path = pathOf(request);
        if (!PLAIN.matcher(path).matches() || path.contains("/.")) {
            return Optional.empty();
        }
        return Optional.of(new EngineRequest(request.getMethod(), withoutTrailingSlash(withoutDoor(path))));
    }

    /** Decoded, as the servlet that will answer was found. */
    static String pathOf(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** The n-th part of the path, counted from one. */
    String part(int number) {
        return path.split("/")[number];
    }

    private static String withoutDoor(String path) {
        return DOORS.stream()
                .filter(door -> path.equals(door) || path.startsWith(door + "/"))
                .findFirst()
                .map(door -> path.substring(door.length()))
                .orElse(path);
    }

    private static String withoutTrailingSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
