package vn.ungcuu.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Runs the application on a random port and gives each {@code com.microsoft.playwright.Page} parameter of a test method
 * a browser session of its own: two parameters are two people. Addresses are relative: {@code page.navigate("/")}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
// The property keeps these tests from sharing an application, and so its incidents, with tests that move the clock.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "test.application=browser")
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {}
