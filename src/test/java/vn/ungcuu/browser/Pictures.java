package vn.ungcuu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** The pictures of the application in the README and the guides, taken anew when tests run with {@code -Dupdate-docs=true}. */
final class Pictures {

    private static final boolean UPDATE = Boolean.getBoolean("update-docs");
    private static final Path FOLDER = Path.of("docs", "pictures");

    private Pictures() {}

    /** @param name of the file, without ending */
    static void keep(Page page, String name) {
        if (UPDATE) {
            page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
        }
    }

    /**
     * Looks at a picture that a guide shows, and keeps it.
     *
     * @param file as the guide names it
     */
    static void keepInGuide(byte[] picture, String file) {
        assertThat(colours(picture)).as("colours of " + file).isGreaterThan(30);
        if (UPDATE) {
            try {
                Path path = GuideText.FOLDER.resolve(file);
                Files.createDirectories(path.getParent());
                Files.write(path, picture);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static long colours(byte[] picture) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                    .distinct()
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
