package vn.ungcuu.workplace.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.springframework.lang.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.ungcuu.organization.Organization;

/** Says whether a request fulfils its {@link RequestCondition}, and if not, why not, in a sentence for people. */
@Component
class RequestConditions {

    private static final String REPORT = "incident-reported";

    /** Values that are stored as they are. Files and serialized objects are not: the engine would unpack them. */
    private static final Set<String> PLAIN_TYPES =
            Set.of("String", "Boolean", "Integer", "Long", "Short", "Double", "Date", "Null", "Json");

    private final TaskService tasks;
    private final RepositoryService repository;
    private final AuthorizationService authorizations;
    private final Organization organization;

    RequestConditions(
            TaskService tasks,
            RepositoryService repository,
            AuthorizationService authorizations,
            Organization organization) {
        this.tasks = tasks;
        this.repository = repository;
        this.authorizations = authorizations;
        this.organization = organization;
    }

    /**
     * @param body a JSON object, where the condition reads the body
     * @param userId who asks, and whom the engine knows to ask
     * @return why the request is refused; empty when it fulfils the condition
     */
    Optional<Answer> refusal(RequestCondition condition, EngineRequest request, JsonNode body, String userId) {
        return switch (condition) {
            case NONE -> Optional.empty();
            case ABOUT_MYSELF -> refuseUnless(request.part(2).equals(userId), Answer.notAllowed());
            case VISIBLE_TASK -> refuseUnless(task(request) != null, Answer.taskNotOpen());
            case CLAIM_FOR_MYSELF ->
                ofTask(
                        request,
                        task -> onlyKeys(body, "userId")
                                .or(() -> forMyself(body, userId))
                                .or(() -> mayWorkOn(task, userId)));
            case HELD_BY_ME ->
                ofTask(
                        request,
                        task -> refuseUnless(
                                userId.equals(task.getAssignee()),
                                Answer.notAllowed("Chỉ người đang giữ việc mới trả lại được.")));
            // What the answers may be, the form says: see procedure's check of every completion.
            case ANSWERS_TO_MY_TASK ->
                ofTask(request, task -> heldByAnother(task, userId).or(() -> onlyKeys(body, "variables")));
            case COMMENT_ON_TASK ->
                ofTask(
                        request,
                        task -> onlyKeys(body, "message", "processInstanceId").or(() -> aboutInstanceOf(task, body)));
            case REPORT_BY_FORM ->
                onlyKeys(body, "variables", "businessKey")
                        .or(() -> withoutBusinessKey(body))
                        .or(() -> plainVariables(body.path("variables")))
                        .or(() -> ofNewestVersion(request.part(2)));
            case REPORT_BY_MESSAGE ->
                refuseUnless(REPORT.equals(body.path("messageName").asText()), Answer.notAllowed())
                        .or(() -> onlyKeys(body, "messageName", "processVariables", "resultEnabled", "businessKey"))
                        .or(() -> withoutBusinessKey(body))
                        .or(() -> plainVariables(body.path("processVariables")));
            case PLAIN_MIGRATION ->
                refuseUnless(
                        !body.path("skipCustomListeners").asBoolean()
                                && !body.path("skipIoMappings").asBoolean()
                                && body.path("migrationPlan").path("variables").isEmpty(),
                        Answer.notAllowed(
                                "Chuyển phiên bản không được bỏ qua bước kiểm tra và không được sửa dữ liệu hồ sơ."));
            // The same request with a date or without attempts would silence the timers of an incident.
            case ONE_MORE_TRY ->
                refuseUnless(
                        onlyKeys(body, "retries").isEmpty()
                                && body.path("retries").asInt() == 1,
                        Answer.notAllowed("Chỉ được cho chạy lại một lần, ngay bây giờ, không đổi giờ hẹn."));
        };
    }

    /** The task of the path, if the person who asks may see it. */
    private Optional<Answer> ofTask(EngineRequest request, Function<Task, Optional<Answer>> check) {
        Task task = task(request);
        return task == null ? Optional.of(Answer.unknownTask()) : check.apply(task);
    }

    private @Nullable Task task(EngineRequest request) {
        return tasks.createTaskQuery().taskId(request.part(2)).singleResult();
    }

    /** Who watches over everything sees the tasks of all offices; the engine would refuse in English. */
    private Optional<Answer> mayWorkOn(Task task, String userId) {
        return refuseUnless(
                authorizations.isUserAuthorized(userId, groups(), Permissions.TASK_WORK, Resources.TASK, task.getId()),
                Answer.notAllowed(
                        "Việc này giao cho đơn vị khác nên anh/chị không nhận được. Nếu việc chậm, hãy liên hệ"
                                + " đơn vị được giao."));
    }

    /** Of whoever asks, at this request. */
    private static List<String> groups() {
        return SecurityContextHolder.getContext().getAuthentication().getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }

    private static Optional<Answer> forMyself(JsonNode body, String userId) {
        return refuseUnless(
                userId.equals(body.path("userId").asText()), Answer.notAllowed("Chỉ nhận việc cho chính mình."));
    }

    private Optional<Answer> heldByAnother(Task task, String userId) {
        String holder = task.getAssignee();
        return holder == null || holder.equals(userId)
                ? Optional.empty()
                : Optional.of(Answer.notAllowed("Việc này đang do " + organization.nameOf(holder) + " xử lý."));
    }

    private static Optional<Answer> aboutInstanceOf(Task task, JsonNode body) {
        JsonNode instance = body.path("processInstanceId");
        return refuseUnless(
                isAbsent(instance) || instance.asText().equals(task.getProcessInstanceId()), Answer.notAllowed());
    }

    /** The register issues the code of an incident; nobody brings one along. */
    private static Optional<Answer> withoutBusinessKey(JsonNode body) {
        return refuseUnless(
                isAbsent(body.path("businessKey")),
                Answer.notAllowed("Mã hồ sơ do sổ theo dõi cấp, không gửi kèm trong báo cáo."));
    }

    /** A window left open overnight must not start a procedure that an analyst has replaced since. */
    private Optional<Answer> ofNewestVersion(String definitionId) {
        ProcessDefinition asked = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .singleResult();
        if (asked == null) {
            return Optional.empty(); // by key, which is the newest; or unknown, which the engine says
        }
        ProcessDefinition newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(asked.getKey())
                .latestVersion()
                .singleResult();
        return refuseUnless(
                newest.getId().equals(asked.getId()),
                Answer.notAllowed("Quy trình này đã có bản mới. Vui lòng tải lại trang rồi gửi lại."));
    }

    private static Optional<Answer> plainVariables(JsonNode variables) {
        if (!variables.isObject() && !isAbsent(variables)) {
            return Optional.of(Answer.unreadable("Không đọc được các mục của báo cáo. Vui lòng kiểm tra rồi gửi lại."));
        }
        return variables.properties().stream()
                .filter(variable -> !isPlain(variable.getValue()))
                .findFirst()
                .map(variable -> Answer.unreadable("Giá trị của mục “" + variable.getKey()
                        + "” có dạng không được phép. Vui lòng chỉ gửi chữ, số, ngày giờ hoặc có/không."));
    }

    private static boolean isPlain(JsonNode value) {
        return value.isObject()
                && onlyKeys(value, "value", "type", "valueInfo").isEmpty()
                && (isAbsent(value.path("type"))
                        || PLAIN_TYPES.contains(value.path("type").asText()))
                && value.path("valueInfo").isEmpty();
    }

    private static Optional<Answer> onlyKeys(JsonNode body, String... keys) {
        Set<String> known = Set.of(keys);
        return body.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !known.contains(key))
                .findFirst()
                .map(key -> Answer.notAllowed("Yêu cầu có phần không được phép: “" + key + "”."));
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static Optional<Answer> refuseUnless(boolean fulfilled, Answer answer) {
        return fulfilled ? Optional.empty() : Optional.of(answer);
    }
}
