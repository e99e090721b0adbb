package vn.ungcuu.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Posts to a machine outside. What it throws tells neither address nor content: both may hold secrets, and failures are
 * shown in Cockpit.
 */
@Component
class HttpPost {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RestClient client;

    HttpPost() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(PATIENCE);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    /**
     * @param who the receiver, in Vietnamese, for the message of a failure
     * @throws DeliveryFailed on any answer but 2xx, or none within 10 seconds
     */
    void send(String who, String url, Map<String, String> headers, String contentType, byte[] body) {
        HttpStatusCode status;
        try {
            status = client.post()
                    .uri(URI.create(url))
                    .contentType(MediaType.parseMediaType(contentType))
                    .headers(all -> headers.forEach(all::set))
                    .body(body)
                    .exchange((request, response) -> response.getStatusCode());
        } catch (ResourceAccessException e) {
            IOException cause = (IOException) e.getCause();
            throw new DeliveryFailed(who + " không trả lời (" + cause.getClass().getSimpleName() + ").", cause);
        } catch (IllegalArgumentException e) {
            // Its message quotes what it cannot read: an address, or a header with a token.
            throw new DeliveryFailed(who + ": địa chỉ hoặc tiêu đề trong cấu hình không hợp lệ.", null);
        }
        if (!status.is2xxSuccessful()) {
            throw new DeliveryFailed(who + " trả lời mã " + status.value() + ".", null);
        }
    }
}
