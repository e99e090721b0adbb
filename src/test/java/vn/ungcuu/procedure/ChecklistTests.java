package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Test;

class ChecklistTests {

    private final Checklist checklist = new Checklist();

    @Test
    void officeGetsItsOwnStepsInOrder() {
        SpinJsonNode steps = Spin.JSON("""
                [{"office": "police", "step": "Niêm phong"}, {"office": "office", "step": "Báo lãnh đạo"},
                 {"office": "police", "step": "Lập biên bản"}]""");
        assertThat(checklist.forOffice(steps, "police").elements())
                .extracting(option -> option.prop("value").stringValue())
                .containsExactly("Niêm phong", "Lập biên bản");
    }

    @Test
    void withoutStepsThereIsNothingToTick() {
        assertThat(checklist.forOffice(null, "police").elements()).isEmpty();
    }
}
