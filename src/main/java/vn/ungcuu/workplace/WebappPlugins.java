package vn.ungcuu.workplace;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.WebResourceRoot.ResourceSetType;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The main parts of Tasklist, Cockpit and Admin, which the engine asks the web server for. That looks into jars on the class path,
 * but not into those that only the manifest of another names, as it is when the application runs extracted (bin/start, the image);
 * there the three would stay empty.
 */
@Component
class WebappPlugins implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String PAGES = "/META-INF/resources";
    private static final String PART = "/plugin/cockpit/app/plugin.js";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.CONFIGURE_START_EVENT)) {
                addTo(context);
            }
        }));
    }

    private static void addTo(Context context) {
        WebResourceRoot known = context.getResources();
        URL part = WebappPlugins.class.getResource(PAGES + PART);
        if (part != null && !known.getResource(PART).exists()) {
            String jar = part.getPath().substring(0, part.getPath().indexOf("!/"));
            known.createWebResourceSet(
                    ResourceSetType.RESOURCE_JAR, "/", Path.of(URI.create(jar)).toString(), null, PAGES);
        }
    }
}
