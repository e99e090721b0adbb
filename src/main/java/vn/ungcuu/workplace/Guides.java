package vn.ungcuu.workplace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import vn.ungcuu.organization.Groups;
import vn.ungcuu.organization.Office;

/**
 * The guides of {@code docs/huong-dan}, the same files people read in the repository. Links between them name files there
 * ({@code chung.md#thông-báo}) and pages here ({@code chung#thông-báo}); headings have the anchors GitHub gives them.
 */
@Component
class Guides {

    /** What to do at once; the one guide for people without a login too. */
    static final String FIRST_MINUTES = "15-phut-dau";

    private static final String COMMON = "chung";
    private static final String UNITS = "don-vi";

    /** Whose guide is whose. */
    private static final Map<String, String> BY_GROUP = Map.of(
            Groups.OFFICE,
            "van-phong",
            "police",
            "cong-an",
            "cultureSocial",
            "van-hoa-xa-hoi",
            Groups.LEADERSHIP,
            "lanh-dao",
            Groups.COORDINATORS,
            "dieu-phoi",
            Groups.ANALYSTS,
            "phan-tich",
            Groups.ADMIN,
            "quan-tri");

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link link) {
                    attributes.put("href", page(link.getDestination()));
                }
            })
            .build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();

    private final Map<String, Guide> guides;

    Guides() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:huong-dan/*.md");
        guides = Stream.of(files).map(Guides::read).collect(Collectors.toUnmodifiableMap(Guide::name, guide -> guide));
    }

    Optional<Guide> find(String name) {
        return Optional.ofNullable(guides.get(name));
    }

    /** What everybody has to know, then the guides of these offices. */
    List<Guide> of(List<Office> offices) {
        return Stream.concat(
                        Stream.of(FIRST_MINUTES, COMMON),
                        offices.stream().map(Guides::nameFor).flatMap(Optional::stream))
                .distinct()
                .map(guides::get)
                .toList();
    }

    /** All others, by title. */
    List<Guide> besides(List<Guide> listed) {
        return guides.values().stream()
                .filter(guide -> !Set.copyOf(listed).contains(guide))
                .sorted(Comparator.comparing(Guide::title))
                .toList();
    }

    private static Optional<String> nameFor(Office office) {
        return office.kind() == Office.Kind.UNIT ? Optional.of(UNITS) : Optional.ofNullable(BY_GROUP.get(office.id()));
    }

    private static Guide read(Resource file) {
        try {
            Node document = PARSER.parse(file.getContentAsString(StandardCharsets.UTF_8));
            String name = String.valueOf(file.getFilename()).replaceFirst("\\.md$", "");
            return new Guide(name, TEXT.render(document.getFirstChild()), HTML.render(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page(String destination) {
        return destination.contains(":") ? destination : destination.replaceFirst("\\.md(?=#|$)", "");
    }
}
