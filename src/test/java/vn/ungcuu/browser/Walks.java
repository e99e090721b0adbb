package vn.ungcuu.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the guide whose steps a test walks. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Walks {
    String value();
}
