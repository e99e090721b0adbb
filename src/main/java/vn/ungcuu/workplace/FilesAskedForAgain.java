package vn.ungcuu.workplace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Files whose name stays when their content changes, those of the web applications above all: a browser asks each time whether
 * there is a new one. Their date does not tell, it is the same in every build; without an answer a browser keeps them as long as it
 * likes, and after an upgrade old scripts meet new ones.
 */
@Component
class FilesAskedForAgain implements SmartInitializingSingleton {

    private final HandlerMapping files;

    private final Map<Resource, String> tags = new ConcurrentHashMap<>();

    FilesAskedForAgain(@Qualifier("resourceHandlerMapping") HandlerMapping files) {
        this.files = files;
    }

    @Override
    public void afterSingletonsInstantiated() {
        ((AbstractUrlHandlerMapping) files)
                .getHandlerMap().values().stream()
                        .filter(ResourceHttpRequestHandler.class::isInstance)
                        .map(ResourceHttpRequestHandler.class::cast)
                        .filter(handler -> handler.getCacheControl() == null)
                        .forEach(handler -> {
                            handler.setCacheControl(CacheControl.noCache());
                            handler.setUseLastModified(false);
                            handler.setEtagGenerator(file -> tags.computeIfAbsent(file, FilesAskedForAgain::tag));
                        });
    }

    /** Weak, because a strong one would keep the server from compressing the file. */
    private static String tag(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return "W/\"" + DigestUtils.md5DigestAsHex(content) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
