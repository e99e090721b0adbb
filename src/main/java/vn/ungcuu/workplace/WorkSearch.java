package vn.ungcuu.workplace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.lang.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ungcuu.procedure.OpenTasks;
import vn.ungcuu.procedure.TaskState;

/**
 * Which open tasks of the commune are asked for, as it stands in the address.
 *
 * @param office id of a group, or null for any
 * @param state null for any
 */
record WorkSearch(
        boolean drill, @Nullable String office, @Nullable TaskState state) {

    static final String PATH = "/viec-dang-mo";
    static final String OFFICE = "don-vi";
    static final String STATE = "tinh-trang";
    static final String DRILL = "dien-tap";

    static final WorkSearch ALL = new WorkSearch(false, null, null);

    private static final Map<TaskState, String> STATES = new LinkedHashMap<>();

    static {
        STATES.put(TaskState.OVERDUE, "qua-han");
        STATES.put(TaskState.UNCLAIMED, "chua-nhan");
        STATES.put(TaskState.UNCLAIMED_OVERDUE, "qua-han-chua-nhan");
        STATES.put(TaskState.HELD, "tam-dung");
    }

    /** @throws BadSearch if a value is not one of those the page offers */
    static WorkSearch of(Map<String, String> parameters) {
        String state = parameters.getOrDefault(STATE, "").strip();
        String drill = parameters.getOrDefault(DRILL, "").strip();
        if (!state.isEmpty() && !STATES.containsValue(state)) {
            throw BadSearch.notListed("Tình trạng", state);
        }
        if (!drill.isEmpty() && !drill.equals("co") && !drill.equals("khong")) {
            throw BadSearch.notListed("Diễn tập", drill);
        }
        String office = parameters.getOrDefault(OFFICE, "").strip();
        return new WorkSearch(
                drill.equals("co"),
                office.isEmpty() ? null : office,
                STATES.entrySet().stream()
                        .filter(known -> known.getValue().equals(state))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null));
    }

    WorkSearch in(TaskState other) {
        return new WorkSearch(drill, office, other);
    }

    WorkSearch of(String otherOffice) {
        return new WorkSearch(drill, otherOffice, state);
    }

    OpenTasks.Which which() {
        return new OpenTasks.Which(drill, office, state);
    }

    static String id(TaskState state) {
        return STATES.get(state);
    }

    String path() {
        return path(1);
    }

    /** @param page from 1 */
    public String path(int page) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath(PATH);
        if (office != null) {
            path.queryParam(OFFICE, office);
        }
        if (state != null) {
            path.queryParam(STATE, STATES.get(state));
        }
        if (drill) {
            path.queryParam(DRILL, "co");
        }
        if (page > 1) {
            path.queryParam(Pages.PARAMETER, page);
        }
        return path.encode().build().toUriString();
    }
}
