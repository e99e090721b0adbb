package vn.ungcuu.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** The diagrams and tables as analysts keep them. */
final class Models {

    static final Path FOLDER = Path.of("processes");

    private Models() {}

    static List<Path> diagrams() {
        return files(FOLDER, ".bpmn");
    }

    static List<Path> decisions() {
        return files(FOLDER, ".dmn");
    }

    static BpmnModelInstance diagram(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    /** What an element says in a {@code camunda:property}, as analysts fill it in Modeler. */
    static Optional<String> property(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }

    /** What an element tells analysts about itself, without the line breaks of the file. */
    static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(text -> text.getTextContent().strip())
                .collect(Collectors.joining(" "));
    }

    /** The name of the file, which is the id of what is in it. */
    static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.(bpmn|dmn)$", "");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
