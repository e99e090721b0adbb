package vn.ungcuu.models;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Clip;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import vn.ungcuu.support.Chromium;

/** Draws pages of diagrams and tables as Modeler shows them, with the viewers that {@code tools/package.json} names. */
final class Pictures implements AutoCloseable {

    /**
     * One picture.
     *
     * @param shown id of the page of a diagram, or of the table
     * @param about what the model itself says of it
     */
    record Picture(Path model, String shown, String title, String about) {

        String file() {
            String name = Models.name(model);
            return (name.equals(shown) ? name : name + "-" + shown) + ".png";
        }

        /** The first sentence. */
        String inShort() {
            return about.split("(?<=\\.)\\s")[0];
        }
    }

    private static final Path VIEWERS = Path.of("tools", "node_modules");

    private final Chromium chromium = Chromium.launch();

    static List<Picture> of(Path model) {
        return isDiagram(model) ? pages(model) : tables(model);
    }

    void draw(Picture picture, Path to) {
        try (Page browser = chromium.browser()
                .newPage(new Browser.NewPageOptions()
                        .setDeviceScaleFactor(
                                isDiagram(picture.model()) ? 1.5 : 1) // readable in print; tables are large
                        .setViewportSize(1600, 1000))) {
            browser.setContent("<body style='margin:0;background:white'><div id='c'>");
            Clip clip = isDiagram(picture.model()) ? page(browser, picture) : table(browser, picture);
            browser.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setClip(clip).setPath(to));
        }
    }

    @Override
    public void close() {
        chromium.close();
    }

    private static Clip page(Page browser, Picture picture) {
        viewer(browser, "bpmn-js/dist/bpmn-viewer.production.min.js");
        Object svg = browser.evaluate("""
                async ({xml, shown}) => {
                  const viewer = new BpmnJS({ container: '#c' });
                  await viewer.importXML(xml);
                  const canvas = viewer.get('canvas');
                  canvas.setRootElement(canvas.getRootElements().find(root => root.businessObject.id === shown));
                  return (await viewer.saveSVG()).svg;
                }""", arguments(picture));
        browser.setContent("<body style='margin:0;background:white'>" + svg);
        return around(browser, "svg");
    }

    private static Clip table(Page browser, Picture picture) {
        for (String style : List.of("shared", "decision-table", "literal-expression")) {
            browser.addStyleTag(new Page.AddStyleTagOptions()
                    .setPath(VIEWERS.resolve("dmn-js/dist/assets/dmn-js-" + style + ".css")));
        }
        viewer(browser, "dmn-js/dist/dmn-viewer.production.min.js");
        browser.evaluate("""
                async ({xml, shown}) => {
                  // Room for the longest table: the viewer hides what does not fit.
                  document.querySelector('#c').style = 'width: 3000px; height: 9000px';
                  const viewer = new DmnJS({ container: '#c' });
                  await viewer.importXML(xml);
                  await viewer.open(viewer.getViews().find(view => view.element.id === shown));
                }""", arguments(picture));
        return around(browser, ".decision-table-properties, .tjs-table");
    }

    /** What all that matches covers together. */
    private static Clip around(Page browser, String selector) {
        List<BoundingBox> boxes = browser.locator(selector).all().stream()
                .map(Locator::boundingBox)
                .toList();
        double left = boxes.stream().mapToDouble(box -> box.x).min().orElseThrow();
        double top = boxes.stream().mapToDouble(box -> box.y).min().orElseThrow();
        double right =
                boxes.stream().mapToDouble(box -> box.x + box.width).max().orElseThrow();
        double bottom =
                boxes.stream().mapToDouble(box -> box.y + box.height).max().orElseThrow();
        return new Clip(left, top, right - left, bottom - top);
    }

    private static void viewer(Page browser, String script) {
        browser.addScriptTag(new Page.AddScriptTagOptions().setPath(VIEWERS.resolve(script)));
    }

    private static Map<String, String> arguments(Picture picture) {
        return Map.of("xml", Models.text(picture.model()), "shown", picture.shown());
    }

    private static boolean isDiagram(Path model) {
        return model.toString().endsWith(".bpmn");
    }

    private static List<Picture> pages(Path model) {
        return Models.diagram(model).getModelElementsByType(BpmnPlane.class).stream()
                .map(BpmnPlane::getBpmnElement)
                .map(shown ->
                        new Picture(model, shown.getId(), shown.getAttributeValue("name"), Models.documentation(shown)))
                .toList();
    }

    private static List<Picture> tables(Path model) {
        return Dmn.readModelFromFile(model.toFile()).getModelElementsByType(Decision.class).stream()
                .map(decision -> new Picture(
                        model,
                        decision.getId(),
                        decision.getName(),
                        decision.getDescription().getTextContent()))
                .toList();
    }
}
