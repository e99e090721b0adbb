package vn.ungcuu.workplace.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Door;

/** What a page elsewhere can have the browser of a logged-in person send: everything but the token. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ForgedRequestsTests {

    private static final String ENGINE = Door.WEBAPP.path;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    AllowList allowList;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Test
    void noRequestOfOursChangesAnythingWithoutTheTokenOfItsPage() {
        List<String> changing = ours().toList();
        assertThat(changing).contains("POST /bao-cao", "POST /so-theo-doi/x/x");
        Visitor visitor = Visitor.through(Door.WEBAPP, port, "vanphong");
        for (String request : changing) {
            String[] words = request.split(" ");
            assertThat(visitor.send(words[0], words[1], "a=b", form()).status())
                    .as(request)
                    .isEqualTo(403);
            // Nor with a made-up one, nor with that of the web applications.
            assertThat(visitor.send(
                                    words[0],
                                    words[1],
                                    "_csrf=" + visitor.cookie("XSRF-TOKEN").orElseThrow(),
                                    form())
                            .status())
                    .as(request)
                    .isEqualTo(403);
        }
    }

    @Test
    void loginWithoutItsTokenLeadsBackToTheLoginPage() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.form("/dang-nhap", Map.of("username", "vanphong", "password", "vanphong"))
                        .location())
                .hasValue("/dang-nhap?het-phien");
        assertThat(visitor.get("/camunda/api/admin/auth/user/default").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vanphong", "dieuphoi", "phantich", "admin"})
    void noRequestOfTheWebApplicationsChangesAnythingWithoutTheirs(String user) {
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        List<AllowedRequest> changing = allowList.of(groups).stream()
                .filter(request -> !READING.contains(request.method()))
                .toList();
        assertThat(changing).isNotEmpty();
        for (AllowedRequest request : changing) {
            // Anew each time: what looks forged ends the session, too.
            Visitor visitor = Visitor.through(Door.WEBAPP, port, user);
            visitor.forgetCookie("XSRF-TOKEN");
            String path = sample(request);
            int status = visitor.send(request.method(), path, "{}", Map.of()).status();
            // Our own conditions are looked at before the token.
            assertThat(status)
                    .as(request.method() + " " + path)
                    .isIn(request.condition() == RequestCondition.NONE ? List.of(403) : List.of(400, 403, 404));
        }
    }

    @Test
    void taskIsTakenWithTheTokenOnly() {
        Task task = tasks.newTask();
        tasks.saveTask(task);
        tasks.addCandidateGroup(task.getId(), "office");
        try {
            String claim = ENGINE + "/task/" + task.getId() + "/claim";
            Visitor visitor = Visitor.through(Door.WEBAPP, port, "vanphong");
            visitor.forgetCookie("XSRF-TOKEN");
            assertThat(visitor.post(claim, "{\"userId\":\"vanphong\"}").status())
                    .isEqualTo(403);
            assertThat(holder(task)).isNull();
            Visitor.through(Door.WEBAPP, port, "vanphong").post(claim, "{\"userId\":\"vanphong\"}");
            assertThat(holder(task)).isEqualTo("vanphong");
        } finally {
            tasks.deleteTask(task.getId(), true);
        }
    }

    @Test
    void theSameRequestPassesWithTheToken() {
        Visitor visitor = Visitor.through(Door.WEBAPP, port, "vanphong");
        String path = ENGINE + "/task/count";
        assertThat(visitor.post(path, "{}").status()).isEqualTo(200);
        assertThat(visitor.send("POST", path, "{}", Map.of("X-XSRF-TOKEN", "made-up"))
                        .status())
                .isEqualTo(403);
    }

    private String holder(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    /** All that do more than read, without the pages of the framework. */
    private Stream<String> ours() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .filter(method -> !READING.contains(method))
                        .flatMap(method -> mapping.getPatternValues().stream()
                                .map(pattern -> method + " " + pattern.replaceAll("\\{[^}]+}", "x"))));
    }

    private static String sample(AllowedRequest request) {
        String path = request.path()
                .pattern()
                .replace("\\Q", "")
                .replace("\\E", "")
                .replace("[^/]+", "x")
                .replace(".+", "x");
        return path.startsWith("/camunda/") ? path : ENGINE + path;
    }

    private static Map<String, String> form() {
        return Map.of("Content-Type", "application/x-www-form-urlencoded");
    }
}
