package vn.ungcuu.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** The pictures of the application in the README, taken anew when tests run with {@code -Dupdate-docs=true}. */
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
}
