package vn.ungcuu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be held to without a Docker engine of the files production starts from. */
class ContainerFilesTest {

    private static final Path DOCKER = Path.of("docker");

    @Test
    void everyImageIsPinnedToOneRelease() throws IOException {
        List<String> images = Pattern.compile("(?m)^(?:FROM|\\s+image:) *(\\S+)")
                .matcher(read("Dockerfile") + read("compose.yaml") + read("compose.two-nodes.yaml"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(images).hasSizeGreaterThan(4).allMatch(image -> image.matches(".+:\\d+\\.\\d+[\\w.-]*"));
    }

    @Test
    void everyServiceIsHardenedAndOnlyTheProxyIsReachable() throws IOException {
        assertThat(services("compose.yaml")).containsOnlyKeys("application", "database", "proxy");
        services("compose.yaml").forEach((name, service) -> {
            assertThat(service).as(name).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
            assertThat(service).as(name).containsEntry("security_opt", List.of("no-new-privileges:true"));
            assertThat(service.containsKey("ports")).as(name).isEqualTo(name.equals("proxy"));
        });
    }

    @Test
    void secondNodeIsWhatTheFirstIs() throws IOException {
        assertThat(services("compose.two-nodes.yaml").get("application-2"))
                .isEqualTo(services("compose.yaml").get("application"));
    }

    @Test
    void everySettingGivenIsOneTheApplicationReads() throws IOException {
        String read = Files.readString(Path.of("src/main/resources/application.yaml"))
                + Files.readString(Path.of("src/main/resources/application-production.yaml"))
                + Files.readString(Path.of("src/main/java/vn/ungcuu/RequiredSettings.java"));
        Map<?, ?> environment =
                (Map<?, ?>) services("compose.yaml").get("application").get("environment");
        environment.keySet().stream()
                .map(String::valueOf)
                .filter(name -> name.startsWith("UNGCUU_"))
                .forEach(name -> assertThat(read).contains("${" + name + ":"));
        assertThat(read).contains("\"spring.datasource.password\"", "administrator-password:");
        assertThat(read("compose.yaml"))
                .contains("target: spring.datasource.password", "target: ung-cuu.administrator-password");
    }

    @Test
    void imageRunsWithoutRightsAndIsAskedForItsHealth() throws IOException {
        assertThat(read("Dockerfile"))
                .contains("USER 10001:10001", "HEALTHCHECK", "/actuator/health ", "-XX:SharedArchiveFile=");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services(String file) throws IOException {
        Map<String, Object> compose = new Yaml().load(read(file));
        return (Map<String, Map<String, Object>>) compose.get("services");
    }

    private static String read(String file) throws IOException {
        return Files.readString(DOCKER.resolve(file));
    }
}
