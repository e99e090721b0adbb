package vn.ungcuu;

import jakarta.servlet.ServletContext;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/**
 * Has the engine, and with it the database, started before the first servlet filter asks for it. Tomcat drops the cause
 * when a filter fails, and with it the sentence that tells the operator what to do.
 */
@Component
class EngineBeforeWebServer implements ServletContextInitializer {

    EngineBeforeWebServer(ProcessEngine engine) {
        // being injected is enough
    }

    @Override
    public void onStartup(ServletContext servletContext) {
        // nothing to add to the servlet context
    }
}
