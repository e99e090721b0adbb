package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Door;

/** The application as bin/start and the image run it: from a jar whose manifest names all others. */
class ExtractedTest {

    @TempDir
    Path folder;

    @Test
    void webApplicationsHaveTheirMainParts() throws IOException {
        try (Node node = Node.from(
                jarThatNamesAllOthers(),
                folder.resolve("log"),
                Stream.of("--spring.datasource.url=jdbc:h2:mem:extracted;DB_CLOSE_DELAY=-1"))) {
            Visitor visitor = Visitor.through(Door.WEBAPP, node.portWhenReady(), "dieuphoi");
            for (String part : new String[] {"cockpit", "tasklist", "admin"}) {
                for (String file : new String[] {"plugin.js", "plugin.css"}) {
                    String path = "/camunda/api/%s/plugin/%sPlugins/static/app/%s".formatted(part, part, file);
                    assertThat(visitor.get(path).status()).as(path).isEqualTo(200);
                }
            }
        }
    }

    private Path jarThatNamesAllOthers() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        Path jar = folder.resolve("ung-cuu.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
