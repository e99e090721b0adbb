package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.ungcuu.procedure.Doors;
import vn.ungcuu.support.BrowserTest;

/** What holds for every page of ours: accessible (WCAG 2.2 AA), at home on small and old screens, light. */
@BrowserTest
class EveryPageTests {

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Everything a page loads, uncompressed, with an empty cache. */
    private static final int HEAVIEST = 150_000;

    @Autowired
    BeanFactory application;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @MockitoBean
    Doors doors;

    private List<Visit> visits;

    @BeforeEach
    void whatThePagesShow() {
        visits = new EveryPage(application).visits();
    }

    @Test
    void noPageIsForgotten() {
        Set<String> pages = new HashSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            boolean shown = methods.isEmpty() || methods.contains(RequestMethod.GET);
            boolean data = !mapping.getProducesCondition().isEmpty()
                    || AnnotatedElementUtils.hasAnnotation(method.getMethod(), ResponseBody.class)
                    || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
            if (method.getBeanType().getName().startsWith("vn.ungcuu.") && shown && !data) {
                pages.addAll(mapping.getPatternValues());
            }
        });
        assertThat(EveryPage.patterns(visits)).containsExactlyInAnyOrderElementsOf(pages);
    }

    /**
     * Two sizes for what machines can tell of accessibility; 320 pixels is WCAG 1.4.10 (a screen of 1280 at 400 %), 640 the same
     * screen at 200 %.
     */
    @Test
    void everyPageIsWithoutObstaclesFitsAndIsLight(Page test) {
        List<String> obstacles = new ArrayList<>();
        List<String> tooWide = new ArrayList<>();
        List<String> tooHeavy = new ArrayList<>();
        EveryPage.tour(test, visits, (visit, page) -> {
            for (int[] size : new int[][] {{320, 256}, {640, 360}, {390, 844}, {1280, 720}}) {
                page.setViewportSize(size[0], size[1]);
                if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))) {
                    tooWide.add("%s, %d wide".formatted(visit, size[0]));
                }
                if (size[0] == 390 || size[0] == 1280) {
                    obstacles(page)
                            .forEach(obstacle -> obstacles.add("%s, %d wide: %s".formatted(visit, size[0], obstacle)));
                }
            }
            int weight = ((Number) page.evaluate("performance.getEntries()"
                            // A guide's pictures come after its words and are looked at one by one.
                            + ".filter(loaded => !loaded.name.includes('/huong-dan/hinh/'))"
                            + ".reduce((sum, loaded) => sum + (loaded.decodedBodySize || 0), 0)"))
                    .intValue();
            assertThat(weight).as("what %s loads is known", visit).isPositive();
            if (weight > HEAVIEST) {
                tooHeavy.add(visit + ": " + weight);
            }
        });
        assertSoftly(all -> {
            all.assertThat(obstacles).as("obstacles").isEmpty();
            all.assertThat(tooWide).as("has to be scrolled sideways").isEmpty();
            all.assertThat(tooHeavy).as("heavier than %d bytes", HEAVIEST).isEmpty();
        });
    }

    @Test
    void obstacleWouldBeFound(Page page) {
        page.setContent("<html lang=vi><title>x</title><main><h1>x</h1><input><p style='color:#ccc'>nhạt</p></main>");

        assertThat(obstacles(page))
                .anyMatch(found -> found.startsWith("label"))
                .anyMatch(found -> found.startsWith("color-contrast"));
    }

    private static List<String> obstacles(Page page) {
        AxeResults results = new AxeBuilder(page).withTags(WCAG).analyze();
        assertThat(results.getPasses()).as("rules that were looked at").isNotEmpty();
        return results.getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " " + node.getHtml()))
                .toList();
    }
}
