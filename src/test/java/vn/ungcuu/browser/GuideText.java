package vn.ungcuu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** A guide as it stands in the repository. */
record GuideText(String name, Node document) {

    static final Path FOLDER = Path.of("docs", "huong-dan");

    /** The heading of the part that is walked through begins so. */
    private static final String WALKTHROUGH = "Từng bước: ";

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    /** @param phrases in bold: exactly what the screen says; pictures: their files' names */
    record Step(int number, List<String> phrases, List<String> pictures) {}

    static GuideText read(String name) {
        try {
            return new GuideText(
                    name,
                    Parser.builder()
                            .extensions(EXTENSIONS)
                            .build()
                            .parse(Files.readString(FOLDER.resolve(name + ".md"), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<GuideText> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".md"))
                    .sorted()
                    .map(file -> read(file.replaceFirst("\\.md$", "")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbered steps to be walked, in order; none where the guide has no walkthrough. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        boolean here = false;
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                here = text(node).startsWith(WALKTHROUGH);
            } else if (here && node instanceof OrderedList) {
                for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
                    steps.add(new Step(
                            steps.size() + 1,
                            below(item, StrongEmphasis.class::isInstance).stream()
                                    .map(GuideText::text)
                                    .toList(),
                            picturesBelow(item)));
                }
            }
        }
        return steps;
    }

    List<Image> images() {
        return below(document, Image.class::isInstance).stream()
                .map(Image.class::cast)
                .toList();
    }

    List<String> pictures() {
        return picturesBelow(document);
    }

    List<String> links() {
        return below(document, Link.class::isInstance).stream()
                .map(link -> ((Link) link).getDestination())
                .toList();
    }

    /** As GitHub and the application name them. */
    List<String> anchors() {
        IdGenerator ids = IdGenerator.builder().build();
        return below(document, Heading.class::isInstance).stream()
                .map(heading -> ids.generateId(text(heading)))
                .toList();
    }

    private static List<String> picturesBelow(Node node) {
        return below(node, Image.class::isInstance).stream()
                .map(image -> ((Image) image).getDestination())
                .toList();
    }

    private static List<Node> below(Node top, Predicate<Node> wanted) {
        List<Node> found = new ArrayList<>();
        top.accept(new AbstractVisitor() {
            @Override
            protected void visitChildren(Node parent) {
                if (wanted.test(parent)) {
                    found.add(parent);
                }
                super.visitChildren(parent);
            }
        });
        return found;
    }

    static String text(Node node) {
        return TextContentRenderer.builder().build().render(node).strip();
    }
}
