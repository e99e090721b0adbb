package vn.ungcuu.procedure;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The diagrams, tables and forms this version of the application brings along. */
@Component
class PackagedModels {

    private final ResourcePatternResolver resources;

    PackagedModels(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    /** Content by file name, without folder: the name under which Camunda Modeler deploys the same file. */
    Map<String, byte[]> byFileName() throws IOException {
        Map<String, byte[]> models = new TreeMap<>();
        for (String pattern : new String[] {"processes/*.bpmn", "processes/*.dmn", "forms/*.form"}) {
            for (Resource resource : resources.getResources("classpath*:" + pattern)) {
                models.put(resource.getFilename(), resource.getContentAsByteArray());
            }
        }
        return models;
    }
}
