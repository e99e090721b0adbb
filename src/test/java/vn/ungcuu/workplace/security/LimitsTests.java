package vn.ungcuu.workplace.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ungcuu.support.RawRequest;
import vn.ungcuu.support.RawRequest.Answer;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Reply;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LimitsTests {

    /** Milliseconds; far more than the application waits, even on a busy machine. */
    private static final int PATIENCE = 120_000;

    @LocalServerPort
    int port;

    @Test
    void tooMuchIsRefusedInASentenceBeforeItIsRead() {
        Visitor visitor = Visitor.through(Visitor.Door.WEBAPP, port, "vanphong");
        String text = "x".repeat(BodyLimit.LARGEST + 1);
        Reply page = fromPage(visitor, "description=" + text);
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body()).contains("Nội dung quá lớn", "quay lại trang trước");

        assertThat(refusal(visitor, Visitor.Door.WEBAPP.path + "/task", text)).contains("nhiều nhất 1 MB");
        Visitor machine = new Visitor(port).withPassword("phantich", "phantich");
        assertThat(refusal(machine, "/engine-rest/message", text)).contains("nhiều nhất 1 MB");
        assertThat(refusal(machine, "/engine-rest/deployment/create", "x".repeat(BodyLimit.LARGEST_DEPLOYMENT + 1)))
                .contains("nhiều nhất 10 MB");
        // Not even whoever may not come in at all is read.
        assertThat(new Visitor(port).post("/engine-rest/message", text).status())
                .isEqualTo(413);
    }

    @Test
    void bodyThatDoesNotSayHowLargeItIsIsReadNoFurtherThanTheLimit() {
        RawRequest request =
                new RawRequest("POST", "/engine-rest/task/count", machine(), chunked("{}".getBytes(UTF_8)));
        assertThat(request.send(port).status()).isEqualTo(200);
        Answer large = new RawRequest(
                        "POST", "/engine-rest/task/count", machine(), chunked(new byte[BodyLimit.LARGEST + 1]))
                .send(port);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text()).contains("nhiều nhất 1 MB");
        Answer form = new RawRequest(
                        "POST",
                        "/dang-nhap",
                        List.of(
                                "Host: localhost",
                                "Content-Type: application/x-www-form-urlencoded",
                                "Transfer-Encoding: chunked"),
                        chunked("username=a".getBytes(UTF_8)))
                .send(port);
        assertThat(form.status()).isEqualTo(411);
    }

    @Test
    void moreFieldsThanAnyFormHasAreNotRead() {
        Visitor visitor = Visitor.through(Visitor.Door.WEBAPP, port, "vanphong");
        String fields =
                IntStream.range(0, 2000).mapToObj(i -> "truong" + i + "=x").collect(Collectors.joining("&"));
        Reply page = fromPage(visitor, fields);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("Yêu cầu chưa đúng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--x--", "--?--", ""})
    void filesAreNotReadWholeOrBroken(String end) {
        String file =
                "--x\r\nContent-Disposition: form-data; name=\"title\"; filename=\"a.txt\"\r\n\r\nMáy chủ treo\r\n"
                        + end;
        Map<String, String> headers = Map.of("Content-Type", "multipart/form-data; boundary=x", "Accept", "text/html");
        Visitor visitor = Visitor.through(Visitor.Door.WEBAPP, port, "vanphong");
        Reply page = visitor.send("POST", "/bao-cao", file, headers);
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("Trang đã mở quá lâu");
        assertThat(new Visitor(port).send("POST", "/bao-su-co", file, headers).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"X-A", "Cookie", "Authorization"})
    void headersWithoutEndAreRefused(String header) {
        Answer answer = new RawRequest(
                        "GET",
                        "/dang-nhap",
                        List.of("Host: localhost", header + ": " + "x".repeat(64 * 1024)),
                        new byte[0])
                .send(port);
        assertThat(answer.status()).isIn(400, 431);
        assertThat(answer.text()).doesNotContain("Tomcat", "Exception");
    }

    /** A connection costs little; one that is never given back costs it for ever. */
    @Test
    void whoeverSendsLetterByLetterIsNotWaitedFor() {
        List<CompletableFuture<Duration>> slow = Stream.of(
                        "GET /dang-nhap HTTP/1.1\r\nHost: localhost\r\nX-A: ",
                        "POST /dang-nhap HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\n\r\nusername=")
                .map(start -> CompletableFuture.supplyAsync(() -> untilClosed(start)))
                .toList();
        slow.forEach(closed -> assertThat(closed.join()).isLessThan(Duration.ofMillis(PATIENCE)));
    }

    private Duration untilClosed(String start) {
        Instant began = Instant.now();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(start.getBytes(UTF_8));
            socket.getInputStream().readAllBytes();
        } catch (SocketException closedHard) {
            // As good as closed.
        } catch (IOException e) {
            return Duration.ofDays(1);
        }
        return Duration.between(began, Instant.now());
    }

    private static Reply fromPage(Visitor visitor, String fields) {
        return visitor.send(
                "POST",
                "/bao-cao",
                "_csrf=" + visitor.csrfOf("/bao-cao") + "&" + fields,
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"));
    }

    private static String refusal(Visitor visitor, String path, String text) {
        Reply reply = visitor.post(path, text);
        assertThat(reply.status()).as(path).isEqualTo(413);
        return reply.json().path("message").asText();
    }

    private static List<String> machine() {
        return List.of(
                "Host: localhost",
                "Authorization: Basic " + Base64.getEncoder().encodeToString("vanphong:vanphong".getBytes(UTF_8)),
                "Content-Type: application/json",
                "Transfer-Encoding: chunked");
    }

    private static byte[] chunked(byte[] body) {
        byte[] start = (Integer.toHexString(body.length) + "\r\n").getBytes(UTF_8);
        byte[] end = "\r\n0\r\n\r\n".getBytes(UTF_8);
        byte[] all = new byte[start.length + body.length + end.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        System.arraycopy(end, 0, all, start.length + body.length, end.length);
        return all;
    }
}
