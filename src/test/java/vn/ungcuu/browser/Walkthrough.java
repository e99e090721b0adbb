package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody does what a guide says, step by step, with the page in hand. What a step has in bold must be on the screen when
 * the step begins, and only what it has in bold is pressed: guide and application cannot drift apart.
 */
class Walkthrough {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final String PRESSABLE = "a, button, summary, label";

    private final Page page;
    private final List<GuideText.Step> steps;
    private final List<String> picturesToTake = new ArrayList<>();
    private GuideText.Step now;

    Walkthrough(Person person, String guide) {
        this.page = person.page;
        this.steps = GuideText.read(guide).steps();
        page.setViewportSize(WIDTH, HEIGHT);
    }

    /** Reads the next step and finds on the screen everything it names. */
    Walkthrough step(int number) {
        assertThat(picturesToTake).as("pictures of step %s", now).isEmpty();
        assertThat(number).as("the step after %s", now).isEqualTo(now == null ? 1 : now.number() + 1);
        assertThat(steps).as("step %d of the guide", number).hasSizeGreaterThanOrEqualTo(number);
        now = steps.get(number - 1);
        picturesToTake.addAll(now.pictures());
        now.phrases().forEach(phrase -> assertThat(seen(phrase)).isVisible());
        return this;
    }

    /** The phrase, which the step has in bold. */
    String named(String phrase) {
        assertThat(now.phrases()).as("in bold in step %d", now.number()).contains(phrase);
        return phrase;
    }

    Walkthrough press(String phrase) {
        page.locator(PRESSABLE)
                .filter(new Locator.FilterOptions().setHasText(says(named(phrase))))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first()
                .click();
        return this;
    }

    /** Opens the card of a task of this incident. */
    Walkthrough pressCard(String task, String code) {
        new Tasklist(page).card(code, named(task)).first().click();
        return this;
    }

    /** Presses the code in the list of incidents. */
    Walkthrough pressCode(String code) {
        new RegisterPage(page).row(code).getByText(code).click();
        return this;
    }

    /** Completes the task whose form is open. */
    Walkthrough complete(String button) {
        named(button);
        new Tasklist(page).complete();
        return this;
    }

    /** Takes the step's next picture: what the window shows now. */
    Walkthrough picture() {
        Pictures.keepInGuide(page.screenshot(), picturesToTake.remove(0));
        return this;
    }

    /** Takes the step's next picture: what the window shows of this part now. */
    Walkthrough picture(Locator part) {
        BoundingBox box = part.boundingBox();
        double left = Math.max(0, box.x);
        double top = Math.max(0, box.y);
        double right = Math.min(WIDTH, box.x + box.width);
        double bottom = Math.min(HEIGHT, box.y + box.height);
        Pictures.keepInGuide(
                page.screenshot(new Page.ScreenshotOptions().setClip(left, top, right - left, bottom - top)),
                picturesToTake.remove(0));
        return this;
    }

    void done() {
        assertThat(picturesToTake).as("pictures of step %s", now).isEmpty();
        assertThat(now).isEqualTo(steps.get(steps.size() - 1));
    }

    private Locator seen(String phrase) {
        return page.getByText(says(phrase))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }

    /** The phrase alone, or followed by what no guide can know: a count, the sign of a required field, whose task it is. */
    private static Pattern says(String phrase) {
        String literal = phrase.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0").replaceAll("\\s+", "\\\\s+");
        return Pattern.compile("^\\s*" + literal + "\\s*([*(:…\\d][\\s\\S]*)?$");
    }
}
