package vn.ungcuu.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** A form on our own pages: what the browser itself offers. */
record PageForm(Page page) implements Form {

    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    @Override
    public Locator field(String label) {
        return page.locator("form .field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("label, legend")
                                .filter(new Locator.FilterOptions().setHasText(Form.exactly(label)))));
    }

    @Override
    public Form write(String label, String text) {
        field(label).locator("input, textarea").fill(text);
        return this;
    }

    @Override
    public Form choose(String label, String answer) {
        Locator field = field(label);
        if (field.locator("select").count() == 1) {
            field.locator("select").selectOption(new SelectOption().setLabel(answer));
        } else {
            field.getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                    .check();
        }
        return this;
    }

    @Override
    public Form tick(String label) {
        field(label).locator("input").check();
        return this;
    }

    @Override
    public Form when(String label, ZonedDateTime moment) {
        field(label).locator("input[data-lich]").fill(INPUT.format(moment.withZoneSameInstant(ZONE)));
        return this;
    }
}
