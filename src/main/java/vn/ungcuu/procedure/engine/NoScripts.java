package vn.ungcuu.procedure.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Our models need no script, and a script may do whatever the application may: there is no language for one. */
class NoScripts implements ScriptEngineResolver {

    @Override
    public ScriptEngine getScriptEngine(String language, boolean cached) {
        throw new ProcessEngineException("Sơ đồ không được dùng kịch bản (script), dù bằng ngôn ngữ nào: “" + language
                + "”. Hãy dùng biểu thức hoặc bảng quyết định.");
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw new UnsupportedOperationException("There are no scripts");
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw new UnsupportedOperationException("There are no scripts");
    }
}
