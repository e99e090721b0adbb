package vn.ungcuu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document written by the tests from the models, so that it cannot tell something else than they do. Written anew by
 * {@link #HOW}; otherwise only compared.
 */
record GeneratedDocument(Path file) {

    static final String HOW = "./mvnw test -Dtest='LegalTraceabilityTest,PicturesTest' -Dupdate-docs=true";

    static boolean isToBeUpdated() {
        return Boolean.getBoolean("update-docs");
    }

    void shouldBe(String text) throws IOException {
        if (isToBeUpdated()) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).as("%s is older than the models: %s", file, HOW).exists();
        assertThat(Files.readString(file))
                .as("%s is older than the models: %s", file, HOW)
                .isEqualTo(text);
    }
}
