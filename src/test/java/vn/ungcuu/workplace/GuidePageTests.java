package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import vn.ungcuu.support.BrowserTest;

/** The guides as pages: the same words as in the repository, for whoever may read them, on screen and on paper. */
@BrowserTest
@AutoConfigureMockMvc
class GuidePageTests {

    private static final String FIRST_MINUTES = "/huong-dan/15-phut-dau";
    private static final Pattern PAGE_OF_PDF = Pattern.compile("/Type\\s*/Page\\b");

    @Autowired
    MockMvc mvc;

    static List<String> guides() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("docs", "huong-dan"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".md"))
                    .map(file -> file.replaceFirst("\\.md$", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyGuideRendersWithItsPicturesAndWithoutRawMarkdown(Page page) throws Exception {
        login(page, "donvi");
        for (String guide : guides()) {
            page.navigate("/huong-dan/" + guide);
            String text = page.innerText("article.guide");
            assertThat(text).as(guide).hasSizeGreaterThan(400).doesNotContain("**", "](", "##", "|---");
            assertThat(page.evaluate("[...document.querySelectorAll('article img')]"
                            + ".filter(image => !image.alt || !image.complete || image.naturalWidth === 0)"
                            + ".map(image => image.src).join()"))
                    .as("pictures of %s that are not there or say nothing", guide)
                    .isEqualTo("");
            assertThat(page.evaluate("[...document.querySelectorAll('article a[href*=\".md\"]')].length"))
                    .as("links of %s that lead to a file", guide)
                    .isEqualTo(0);
            assertThat(page.evaluate("document.querySelectorAll('h1').length"))
                    .as("first headings of %s", guide)
                    .isEqualTo(1);
        }
    }

    @Test
    void linkIntoAGuideOfTheRepositoryOpensThatHeadingHere(Page page) {
        login(page, "vanphong");
        page.navigate("/huong-dan/van-phong");
        page.click("article a[href*='#khi-c']");
        page.waitForURL(Pattern.compile("/huong-dan/chung#"));

        assertThat(page.innerText("article :target")).isEqualTo("Khi cần làm gì với một hồ sơ");
    }

    @Test
    void guidesFitOnAPhone(Page page) throws Exception {
        login(page, "vanphong");
        page.setViewportSize(390, 844);
        for (String guide : guides()) {
            page.navigate("/huong-dan/" + guide);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s fits", guide)
                    .isEqualTo(true);
        }
    }

    @Test
    void firstMinutesPrintOnOneSheetOfA4(Page page) {
        page.navigate(FIRST_MINUTES);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        String pdf =
                new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);

        assertThat(PAGE_OF_PDF.matcher(pdf).results()).hasSize(1);
        assertThat(pdf).containsPattern("/MediaBox \\[0 0 59[45][.\\d]* 84[12][.\\d]*\\]");
    }

    @ParameterizedTest
    @CsvSource({
        "vanphong, van-phong",
        "congan, cong-an",
        "vanhoa, van-hoa-xa-hoi",
        "donvi2, don-vi",
        "lanhdao, lanh-dao",
        "dieuphoi, dieu-phoi",
        "phantich, phan-tich",
        "admin, quan-tri"
    })
    void ownGuideComesFirst(String who, String guide) throws Exception {
        String list = mvc.perform(get("/huong-dan").with(user(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(list.substring(list.indexOf("Dành cho anh/chị"), list.indexOf("Việc của các vai trò khác")))
                .contains("/huong-dan/15-phut-dau\"", "/huong-dan/chung\"", "/huong-dan/" + guide + "\"");
        for (String other : guides()) {
            assertThat(list).containsOnlyOnce("<li><a href=\"/huong-dan/" + other + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"khong-co", "15-phut-dau.md", "README"})
    void unknownGuideIsNotFound(String name) throws Exception {
        mvc.perform(get("/huong-dan/{name}", name).with(user("vanphong")).accept("text/html"))
                .andExpect(status().isNotFound());
    }

    @Test
    void firstMinutesAreReadWithoutALogin() throws Exception {
        mvc.perform(get(FIRST_MINUTES))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Người phát hiện làm ngay")));
        mvc.perform(get("/dang-nhap")).andExpect(content().string(containsString("href=\"" + FIRST_MINUTES + "\"")));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void nothingElseIsReadWithoutALogin(String guide) throws Exception {
        if (!FIRST_MINUTES.endsWith(guide)) {
            mvc.perform(get("/huong-dan/{name}", guide).accept("text/html"))
                    .andExpect(redirectedUrlPattern("**/dang-nhap"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/huong-dan", "/huong-dan/", "/huong-dan/15-phut-dau/x", "/huong-dan/hinh/van-phong-bao-cao.png"
            })
    void neitherListNorPictureIsSeenWithoutALogin(String address) throws Exception {
        mvc.perform(get(address).accept("text/html")).andExpect(redirectedUrlPattern("**/dang-nhap"));
    }

    private static void login(Page page, String user) {
        page.navigate("/dang-nhap");
        page.fill("#username", user);
        page.fill("#password", user);
        page.click("button[type=submit]");
        page.waitForURL(address -> !address.contains("/dang-nhap"));
    }
}
