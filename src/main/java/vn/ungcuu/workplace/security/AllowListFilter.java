package vn.ungcuu.workplace.security;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only listed requests through to the engine; a body that decides is read here, once, and passed on. */
class AllowListFilter extends OncePerRequestFilter {

    private static final ObjectMapper JSON = new ObjectMapper()
            // The engine takes the last of two values; a reader in between might take the first.
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final AllowList allowList;
    private final RequestConditions conditions;
    private final Accounts accounts;

    AllowListFilter(AllowList allowList, RequestConditions conditions, Accounts accounts) {
        this.allowList = allowList;
        this.conditions = conditions;
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Decoded, as the servlets are found: an encoded letter must not lead round this filter.
        String path = EngineRequest.pathOf(request);
        return path.startsWith(SecurityConfiguration.WEBAPPS + "/")
                && !path.startsWith(SecurityConfiguration.WEBAPPS + "/api");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        Optional<EngineRequest> asked = EngineRequest.of(request);
        List<AllowedRequest> matching = asked.map(engineRequest ->
                        allowList
                                .of(person.getAuthorities().stream()
                                        .map(GrantedAuthority::getAuthority)
                                        .toList())
                                .stream()
                                .filter(allowed -> allowed.matches(engineRequest))
                                .toList())
                .orElse(List.of());
        if (matching.isEmpty() || isSentByAnotherSite(request)) {
            Answer.notAllowed().send(response);
            return;
        }
        Optional<Answer> keptElsewhere = accounts.refusal(asked.orElseThrow(), person.getName());
        if (keptElsewhere.isPresent()) {
            keptElsewhere.get().send(response);
            return;
        }
        // Somebody with two roles has what the more generous one allows.
        if (matching.stream().anyMatch(allowed -> allowed.condition() == RequestCondition.NONE)) {
            chain.doFilter(request, response);
            return;
        }
        RequestCondition condition = matching.get(0).condition();
        HttpServletRequest passedOn = request;
        JsonNode body = MissingNode.getInstance();
        if (condition.readsBody()) {
            byte[] bytes = request.getInputStream().readAllBytes();
            Optional<JsonNode> read = json(request, bytes);
            if (read.isEmpty()) {
                Answer.unreadable("Nội dung gửi lên phải là JSON hợp lệ. Vui lòng kiểm tra rồi gửi lại.")
                        .send(response);
                return;
            }
            body = read.get();
            passedOn = new RequestWithBody(request, bytes);
        }
        Optional<Answer> refusal = conditions.refusal(condition, asked.orElseThrow(), body, person.getName());
        if (refusal.isPresent()) {
            refusal.get().send(response);
        } else {
            chain.doFilter(passedOn, response);
        }
    }

    /**
     * A browser that remembers a password for REST sends it along from any page. Machines do not send this header.
     */
    private static boolean isSentByAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return "cross-site".equals(site) || "same-site".equals(site);
    }

    private static Optional<JsonNode> json(HttpServletRequest request, byte[] body) {
        if (body.length == 0) {
            return Optional.of(JSON.createObjectNode());
        }
        try {
            MediaType type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
            JsonNode json = JSON.readTree(body);
            return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type) && json.isObject()
                    ? Optional.of(json)
                    : Optional.empty();
        } catch (IOException | InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }
}
