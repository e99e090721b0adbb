package vn.ungcuu.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The one browser of a test run: the system's Chromium, driven by the playwright-core that npm put into tools. */
@SuppressWarnings("deprecation") // CloseableResource: AutoCloseable is not closed by the store before JUnit 5.13
public record Chromium(Playwright playwright, Browser browser) implements CloseableResource {

    private static final String HOW = ". bin/test installs what browser tests need.";

    /** @throws IllegalStateException saying what is missing; a browser test is never skipped */
    public static Chromium launch() {
        Path executable = Path.of(environment("CHROMIUM").orElse("/usr/bin/chromium"));
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException(
                    "No Chromium at " + executable + " (the environment variable CHROMIUM names another place)" + HOW);
        }
        System.setProperty("playwright.cli.dir", driverFolder().toString());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox", // containers run as root
                                "--disable-gpu",
                                "--lang=vi", // how the browser itself writes dates
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new Chromium(playwright, browser);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** Playwright expects its driver in a folder named "package"; npm names it playwright-core. */
    private static Path driverFolder() {
        Path core = Path.of("tools", "node_modules", "playwright-core").toAbsolutePath();
        if (!Files.isDirectory(core)) {
            throw new IllegalStateException("No browser driver at " + core + HOW);
        }
        Path folder = Path.of("target", "playwright-driver").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            Path link = folder.resolve("package");
            if (!Files.isSymbolicLink(link)) {
                Files.createSymbolicLink(link, core);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static String node() {
        return environment("PLAYWRIGHT_NODEJS_PATH").orElse("node");
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
