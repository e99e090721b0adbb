package vn.ungcuu.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.ForModels;

/** For models: the first steps that {@code initial-steps} finds, as forms can show them. */
@Component("checklist")
@ForModels
public class Checklist {

    /** The rows as a JSON list of {@code {"office", "step", "legalBasis"}}, in the order of the table. */
    public SpinJsonNode from(DmnDecisionResult result) {
        List<Map<String, Object>> rows = result.stream()
                .<Map<String, Object>>map(row -> new LinkedHashMap<>(row.getEntryMap()))
                .toList();
        return Spin.JSON(rows);
    }

    /** The steps of one office as a JSON list of {@code {"label", "value"}}, for a checklist of a form. */
    public SpinJsonNode forOffice(@Nullable SpinJsonNode initialSteps, String office) {
        List<Map<String, String>> options = initialSteps == null
                ? List.of()
                : initialSteps.elements().stream()
                        .filter(row ->
                                row.hasProp("office") && row.prop("office").isString())
                        .filter(row -> row.prop("office").stringValue().equals(office))
                        .map(row -> row.prop("step").stringValue())
                        .map(step -> Map.of("label", step, "value", step))
                        .toList();
        return Spin.JSON(options);
    }
}
