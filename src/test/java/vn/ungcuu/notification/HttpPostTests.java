package vn.ungcuu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpPostTests {

    private final HttpPost post = new HttpPost();

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:1/secret, Bearer x, Cổng SMS không trả lời",
        "http://not a host/secret, Bearer x, Cổng SMS: địa chỉ",
        "secret, Bearer x, Cổng SMS: địa chỉ",
        "http://127.0.0.1:1/, 'secret\nX: y', Cổng SMS: địa chỉ"
    })
    void failureTellsNeitherAddressNorHeader(String url, String header, String said) {
        Throwable failure = catchThrowable(
                () -> post.send("Cổng SMS", url, Map.of("Authorization", header), "application/json", new byte[0]));

        assertThat(failure).isInstanceOf(DeliveryFailed.class).hasMessageStartingWith(said);
        assertThat(everythingSaid(failure)).doesNotContain("secret");
    }

    private static String everythingSaid(Throwable failure) {
        StringBuilder said = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            said.append(cause).append('\n');
        }
        return said.toString();
    }
}
