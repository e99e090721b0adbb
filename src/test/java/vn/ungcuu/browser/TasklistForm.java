package vn.ungcuu.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** A Camunda Form as Tasklist shows it. */
record TasklistForm(Page page) implements Form {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @Override
    public Locator field(String label) {
        return page.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".fjs-form-field-label")
                                .filter(new Locator.FilterOptions().setHasText(Form.exactly(label)))));
    }

    @Override
    public Form write(String label, String text) {
        Locator input = field(label).locator("input, textarea");
        input.fill(text);
        // The form waits for more to be typed, until one leaves the input.
        input.blur();
        return drawn();
    }

    @Override
    public Form choose(String label, String answer) {
        Locator field = field(label);
        Locator list = field.locator(".fjs-input-group");
        field.waitFor();
        if (list.count() == 1) {
            list.click();
            field.locator(".fjs-dropdownlist-item")
                    .filter(new Locator.FilterOptions().setHasText(Form.exactly(answer)))
                    .click();
        } else {
            field.locator("label")
                    .filter(new Locator.FilterOptions().setHasText(Form.exactly(answer)))
                    .click();
        }
        return drawn();
    }

    @Override
    public Form tick(String label) {
        field(label).locator("input").check();
        return drawn();
    }

    /** Typed as somebody types; the Enter keys close the calendar and the list of times. */
    @Override
    public Form when(String label, ZonedDateTime moment) {
        ZonedDateTime here = moment.withZoneSameInstant(ZONE);
        type(field(label).locator("input[id$='-date']"), DATE.format(here));
        type(field(label).locator("input[id$='-time']"), TIME.format(here));
        return this;
    }

    private void type(Locator input, String text) {
        input.fill(text);
        drawn();
        input.press("Enter");
        drawn();
        // A form that was sent with something missing looks again when one leaves the input.
        input.blur();
        drawn();
    }

    /**
     * The form hands an answer on from drawing to drawing, the inputs of a moment four times, and nobody is so quick as to
     * press a key in between.
     */
    private TasklistForm drawn() {
        page.evaluate("""
                async () => {
                  for (let i = 0; i < 5; i++) {
                    await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
                  }
                }""");
        return this;
    }

    /** What the two inputs of a moment hold. */
    String typed(String label) {
        return field(label).locator("input[id$='-date']").inputValue() + " "
                + field(label).locator("input[id$='-time']").inputValue();
    }
}
