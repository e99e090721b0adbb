package vn.ungcuu.whole;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** As it runs in a commune, on a port of its own; one application for all tests that are annotated so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
// The property keeps years in which these tests play out of the applications of other tests.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "test.application=whole")
@interface WholeApplication {}
