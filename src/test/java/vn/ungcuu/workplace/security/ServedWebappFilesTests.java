package vn.ungcuu.workplace.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Door;
import vn.ungcuu.support.Visitor.Reply;

/** Two jars may have a file of the same path, and the class path decides which is served: it has to be ours. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ServedWebappFilesTests {

    private static final Path OURS = Path.of("src/main/resources/META-INF/resources/webjars/camunda");

    @LocalServerPort
    int port;

    static Stream<Path> files() throws IOException {
        return Files.walk(OURS).filter(Files::isRegularFile).map(OURS::relativize);
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileOfTheWebApplicationsIsOurs(Path file) throws IOException {
        Reply served = Visitor.through(Door.WEBAPP, port, "vanphong").get("/camunda/" + file);
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.body()).isEqualTo(Files.readString(OURS.resolve(file), StandardCharsets.UTF_8));
    }

    /** The date of a file in a jar is the same in every build, and without an answer browsers guess how long to keep it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/language.js",
                "/camunda/app/tasklist/locales/vi.json",
                "/camunda/app/tasklist/camunda-tasklist-bootstrap.js",
                "/camunda/lib/deps.js",
                "/huong-dan/hinh/quan-tri-nguoi-dung.png"
            })
    void fileIsAskedForAgainAndToldFromItsNextVersionByItsContent(String path) {
        Visitor visitor = Visitor.through(Door.WEBAPP, port, "vanphong");
        Reply first = visitor.get(path);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).hasValue("no-cache");
        assertThat(first.header("Last-Modified")).isEmpty();

        String tag = first.header("ETag").orElseThrow();
        assertThat(again(visitor, path, tag)).isEqualTo(304);
        assertThat(again(visitor, path, "W/\"another\"")).isEqualTo(200);
    }

    private static int again(Visitor visitor, String path, String tag) {
        return visitor.send("GET", path, null, Map.of("If-None-Match", tag)).status();
    }
}
