package vn.ungcuu.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives pages of a real browser to tests that have a running application. When a test fails, what its pages showed is
 * in {@code target/browser}.
 */
public class BrowserExtension implements ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {

    static final Path SCREENSHOTS = Path.of("target", "browser");

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Page.class;
    }

    @Override
    public Page resolveParameter(ParameterContext parameter, ExtensionContext context) {
        BrowserContext session = chromium(context)
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + port(context))
                        // As on many office PCs: words and dates are Vietnamese all the same.
                        .setLocale("en-US")
                        .setTimezoneId("Asia/Ho_Chi_Minh")
                        .setViewportSize(1366, 768)); // an old office PC
        sessions(context).add(session);
        return session.newPage();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            return;
        }
        int number = 0;
        for (BrowserContext session : sessions(context)) {
            for (Page page : session.pages()) {
                Path picture = SCREENSHOTS.resolve("%s-%s-%d.png"
                        .formatted(
                                context.getRequiredTestClass().getSimpleName(),
                                context.getRequiredTestMethod().getName(),
                                ++number));
                page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
                context.publishReportEntry("browser", page.url() + " looked like " + picture);
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        sessions(context).forEach(BrowserContext::close);
    }

    private static String port(ExtensionContext context) {
        String port =
                SpringExtension.getApplicationContext(context).getEnvironment().getProperty("local.server.port");
        if (port == null) {
            throw new IllegalStateException("No application is listening: use @BrowserTest, or a RANDOM_PORT test");
        }
        return port;
    }

    private static Browser chromium(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Chromium.class, key -> Chromium.launch(), Chromium.class)
                .browser();
    }

    private static Sessions sessions(ExtensionContext context) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(Sessions.class, key -> new Sessions(), Sessions.class);
    }

    private static class Sessions extends ArrayList<BrowserContext> {}
}
