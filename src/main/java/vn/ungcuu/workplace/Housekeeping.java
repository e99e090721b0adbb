package vn.ungcuu.workplace;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.health.SystemHealth;
import org.springframework.stereotype.Component;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;

/** What keeps the software itself in order: for analysts and administrators. The engine counts what they may see. */
@Component
class Housekeeping {

    private static final String CALENDAR = "calendar";
    private static final String FAILED_JOBS = "failedJobs";

    /** These have sentences of their own. */
    private static final Set<String> SAID_APART = Set.of(CALENDAR, FAILED_JOBS);

    /** By the name the health check has for it. */
    static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry(CALENDAR, "lịch làm việc"),
            Map.entry("db", "cơ sở dữ liệu"),
            Map.entry("directory", "danh bạ tài khoản của tỉnh"),
            Map.entry("diskSpace", "dung lượng đĩa"),
            Map.entry(FAILED_JOBS, "việc nền bị lỗi"),
            Map.entry("jobExecutor", "bộ chạy việc nền"),
            Map.entry("livenessState", "trạng thái hoạt động"),
            Map.entry("mail", "máy chủ thư điện tử"),
            Map.entry("messages", "thông báo chờ gửi"),
            Map.entry("nodeClock", "giờ của máy chủ"),
            Map.entry("ping", "phản hồi của phần mềm"),
            Map.entry("processEngine", "bộ máy quy trình"),
            Map.entry("provider", "cổng đăng nhập của tỉnh"),
            Map.entry("readinessState", "trạng thái sẵn sàng"),
            Map.entry("ssl", "chứng thư số của máy chủ"));

    private final ManagementService management;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final Organization organization;
    private final HealthEndpoint health;

    Housekeeping(
            ManagementService management,
            RepositoryService repository,
            IdentityService identity,
            Organization organization,
            HealthEndpoint health) {
        this.management = management;
        this.repository = repository;
        this.identity = identity;
        this.organization = organization;
        this.health = health;
    }

    /** A procedure as it runs now. */
    record Procedure(String id, String name, int version) {

        public String link() {
            return "/camunda/app/cockpit/default/#/process-definition/" + id + "/runtime";
        }
    }

    /** @param withoutPeople offices nobody belongs to: their work would wait for nobody */
    record People(long accounts, int offices, List<String> withoutPeople) {}

    /** Jobs that have failed for good and wait for somebody to look. */
    long failedJobs() {
        return management.createJobQuery().noRetriesLeft().count();
    }

    List<Procedure> procedures() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(Housekeeping::procedure)
                .sorted(Comparator.comparing(Procedure::name, Collator.getInstance(Locale.forLanguageTag("vi"))))
                .toList();
    }

    private static Procedure procedure(ProcessDefinition definition) {
        String name = definition.getName() == null ? definition.getKey() : definition.getName();
        return new Procedure(definition.getId(), name, definition.getVersion());
    }

    People people() {
        List<Office> offices = organization.offices();
        return new People(
                identity.createUserQuery().count(),
                offices.size(),
                offices.stream()
                        .filter(office -> identity.createUserQuery()
                                        .memberOfGroup(office.id())
                                        .count()
                                == 0)
                        .map(Office::name)
                        .toList());
    }

    /** Parts of the software that say they are not well, by name. */
    List<String> troubles() {
        return health.health() instanceof SystemHealth system
                ? system.getComponents().entrySet().stream()
                        .filter(part -> !SAID_APART.contains(part.getKey()))
                        .filter(part -> !Status.UP.equals(part.getValue().getStatus())
                                && !Status.UNKNOWN.equals(part.getValue().getStatus()))
                        .map(part -> PARTS.getOrDefault(part.getKey(), part.getKey()))
                        .toList()
                : List.of();
    }
}
