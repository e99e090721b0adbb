package vn.ungcuu.workplace.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import vn.ungcuu.support.RawRequest;

/** Draws requests with something wrong in path, query, headers or body; the same seed draws the same ones. */
final class Malformed {

    private static final List<String> RUBBISH = List.of(
            "",
            "0",
            "-1",
            "99999999999999999999",
            "null",
            "true",
            "[]",
            "{}",
            "NaN",
            "'",
            "\"",
            "' or '1'='1",
            "%27;drop%20table%20incident;--",
            "%00",
            "%",
            "%zz",
            "%c0%af",
            "..",
            "../../../../etc/passwd",
            "..%2f..%2f..%2fapplication.yaml",
            "%2e%2e%2f%2e%2e%2fWEB-INF/web.xml",
            "..;/..;/actuator/env",
            ";jsessionid=1",
            "//",
            "\\..\\",
            "${7*7}",
            "%24%7B7*7%7D",
            "#{T(java.lang.Runtime).getRuntime().exec('id')}",
            "${''.getClass().forName('java.lang.Runtime')}",
            "<script>alert(1)</script>",
            "Đường dẫn lạ",
            "%F0%9F%92%A3",
            "2026-13-45T99:99:99",
            "1970-01-01T00:00:00.000+0000",
            "SC-2026-9999",
            "SC-2026-0001",
            "x".repeat(300),
            "9".repeat(3000),
            "%41".repeat(2000));

    private static final List<String> PARAMETERS = List.of(
            "firstResult",
            "maxResults",
            "sortBy",
            "sortOrder",
            "ids",
            "trang",
            "nam",
            "tu",
            "den",
            "ngay",
            "tim",
            "q",
            "trang-thai",
            "muc-do",
            "processInstanceId",
            "processDefinitionId",
            "taskId",
            "candidateGroup",
            "assignee",
            "processVariables",
            "dueBefore",
            "deserializeValues",
            "cascade",
            "withJobsRetrying",
            "orQueries",
            "itemCount",
            "userId",
            "groupId",
            "locale",
            "_csrf",
            "continue",
            "resourceType",
            "variableName",
            "createdAfter");

    private static final List<String> HEADERS = List.of(
            "Content-Type: application/xml",
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: text/plain;charset=no-such-set",
            "Content-Type: ;;;",
            "Accept: application/hal+json",
            "Accept: nonsense",
            "Accept: text/html",
            "Accept-Language: " + "x-".repeat(100),
            "Authorization: Basic !!!",
            "Authorization: Basic " + Base64.getEncoder().encodeToString("khong-co:sai".getBytes(UTF_8)),
            "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
            "Cookie: JSESSIONID=../../x; XSRF-TOKEN=\u0001",
            "X-Forwarded-For: ' or 1=1, ::1, <x>",
            "X-Forwarded-Proto: gopher",
            "X-HTTP-Method-Override: DELETE",
            "Range: bytes=9-1",
            "If-Modified-Since: gestern",
            "Origin: http://evil.example",
            "Sec-Fetch-Site: cross-site",
            "Transfer-Encoding: chunked",
            "Expect: 100-continue",
            "Host: evil.example",
            "No colon in this line",
            "X-Long: " + "a".repeat(9000));

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get", "X\u0001Y");

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[",
            "null",
            "\"text\"",
            "{\"messageName\":\"incident-reported\",\"processVariables\":{\"title\":{\"value\":\"x\"}}}",
            "{\"messageName\":\"support-answered\",\"businessKey\":\"SC-2026-0001\"}",
            "{\"messageName\":\"no-such-message\",\"all\":true}",
            "{\"messageName\":{},\"processVariables\":[]}",
            "{\"messageName\":\"incident-reported\",\"processVariables\":{\"title\":{\"value\":\"rO0ABXQAAXg=\",\"type\":\"Object\","
                    + "\"valueInfo\":{\"objectTypeName\":\"x\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}",
            "{\"variables\":{\"title\":{\"value\":{\"a\":[1,2,{}]},\"type\":\"Json\"}}}",
            "{\"variables\":{\"detectedAt\":{\"value\":\"gestern\",\"type\":\"Date\"}}}",
            "{\"variables\":{\"x\":{\"value\":\"AAAA\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"../x\"}}}}",
            "{\"userId\":\"vanphong'--\"}",
            "{\"orQueries\":[{\"orQueries\":[]}],\"sorting\":[{\"sortBy\":\"x\"}]}",
            "{\"sorting\":\"x\",\"nameLike\":\"%\",\"dueBefore\":\"x\"}",
            "{\"processInstanceIds\":[null],\"retries\":-1,\"migrationPlan\":null}",
            "{\"id\":\"" + "x".repeat(300) + "\",\"profile\":null,\"credentials\":{}}",
            "{\"type\":9,\"permissions\":[\"NONSENSE\"],\"resourceType\":-1}",
            "title=x&description=&_csrf=y&channel=%zz",
            "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"../../x.bpmn\"\r\n\r\n<bpmn/>\r\n--x--",
            "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><r>&e;</r>",
            "[".repeat(20_000));

    private final Random random;
    private final List<String> targets;
    private final List<String> ids;

    /**
     * @param targets {@code "POST /engine-rest/task/*}{@code /claim"} and the like
     * @param ids of things that exist
     */
    Malformed(long seed, List<String> targets, List<String> ids) {
        this.random = new Random(seed);
        this.targets = targets;
        this.ids = ids;
    }

    RawRequest next() {
        String[] target = one(targets).split(" ");
        String method = random.nextInt(10) == 0 ? one(METHODS) : target[0];
        List<String> headers = new ArrayList<>(List.of("Host: localhost", "Content-Type: application/json"));
        for (int i = random.nextInt(3); i > 0; i--) {
            String header = one(HEADERS);
            headers.removeIf(line -> name(line).equals(name(header)));
            headers.add(header);
        }
        byte[] body = "GET".equals(method) && random.nextInt(4) > 0 ? new byte[0] : body();
        if (headers.stream().noneMatch(line -> line.startsWith("Transfer-Encoding"))) {
            // Now and then a lie about how much follows.
            int length = random.nextInt(20) == 0 ? random.nextInt(5000) - 10 : body.length;
            headers.add("Content-Length: " + length);
        }
        return new RawRequest(method, path(target[1]) + query(), headers, body);
    }

    private static String name(String header) {
        return header.contains(":") ? header.substring(0, header.indexOf(':')) : header;
    }

    private String path(String pattern) {
        List<String> parts = new ArrayList<>(Arrays.asList(pattern.split("/", -1)));
        parts.replaceAll(part -> part.contains("*") || part.startsWith("{")
                ? random.nextInt(3) == 0 ? inPath(one(RUBBISH)) : one(ids)
                : part);
        if (random.nextInt(8) == 0) {
            parts.add(1 + random.nextInt(parts.size() - 1), inPath(one(RUBBISH)));
        }
        return String.join("/", parts);
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(one(PARAMETERS))
                    .append('=')
                    .append(inPath(one(RUBBISH)));
        }
        return query.toString();
    }

    /** Blanks would end the request line; everything else may stand there, however wrong. */
    private static String inPath(String text) {
        return text.replace(' ', '+');
    }

    private byte[] body() {
        String seed = one(BODIES);
        List<UnaryOperator<String>> wrongs = List.of(
                text -> text,
                text -> text.substring(0, random.nextInt(text.length() + 1)),
                text -> text.replace("\"x\"", "\"" + one(RUBBISH).replace("\"", "\\\"") + "\""),
                text -> text.replace("true", "\"maybe\"").replace("null", "{}"),
                text -> text.replaceFirst("\\{", "{\"skipCustomListeners\":true,"),
                text -> text + text);
        byte[] body = one(wrongs).apply(seed).getBytes(UTF_8);
        if (body.length > 0 && random.nextInt(5) == 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
