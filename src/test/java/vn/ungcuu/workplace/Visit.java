package vn.ungcuu.workplace;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import org.springframework.lang.Nullable;

/**
 * One page as somebody meets it.
 *
 * @param pattern of the request mapping that shows it, or null for an error page
 * @param user who looks; null without a login
 * @param open brings the page up in a window of that person
 */
record Visit(
        String what, @Nullable String pattern, @Nullable String user, Consumer<Page> open) {

    static Visit to(String pattern, @Nullable String user, String address) {
        return new Visit(address + " as " + user, pattern, user, page -> page.navigate(address));
    }

    /** After having done something on the page. */
    Visit and(String done, Consumer<Page> more) {
        return new Visit(what + ", " + done, pattern, user, open.andThen(more));
    }

    @Override
    public String toString() {
        return what;
    }
}
