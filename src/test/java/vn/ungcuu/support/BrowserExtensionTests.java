package vn.ungcuu.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

@BrowserTest
class BrowserExtensionTests {

    @Test
    void theApplicationAnswersInTheBrowser(Page page) {
        assertThat(page.navigate("/").status()).isLessThan(500);
    }

    @Test
    void twoPagesAreTwoPeople(Page first, Page second) {
        first.navigate("/");
        second.navigate("/");
        first.evaluate("localStorage.setItem('who', 'vanphong')");

        assertThat(second.evaluate("localStorage.getItem('who')")).isNull();
    }

    @Test
    void theBrowserIsInVietnamAndSpeaksEnglish(Page page) {
        assertThat(page.evaluate("navigator.language")).isEqualTo("en-US");
        assertThat(page.evaluate("new Date(2026, 0, 1).getTimezoneOffset()")).isEqualTo(-7 * 60);
    }

    @Test
    void failureLeavesPictureOfThePage() throws IOException {
        Path picture = BrowserExtension.SCREENSHOTS.resolve("FailsOnPurpose-looksForWhatIsNotThere-1.png");
        Files.deleteIfExists(picture);
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(FailsOnPurpose.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.started(1).failed(1));

        assertThat(picture).isNotEmptyFile();
    }

    /** Surefire does not look at nested classes; only the test above runs it. */
    @BrowserTest
    static class FailsOnPurpose {

        @Test
        void looksForWhatIsNotThere(Page page) {
            page.navigate("/");
            assertThat(page.title()).isEqualTo("not there");
        }
    }
}
