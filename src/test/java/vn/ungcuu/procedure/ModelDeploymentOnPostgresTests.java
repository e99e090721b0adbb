package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.ungcuu.support.OnPostgres;

@OnPostgres
class ModelDeploymentOnPostgresTests extends ModelDeploymentContract {

    // On PostgreSQL alone: an H2 file belongs to one node, and the engine takes no lock there.
    @Test
    void nodesThatStartTogetherDeployOnce() throws Exception {
        packaged(DIAGRAM, diagram("v2"));
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> node = () -> {
                start();
                return null;
            };
            for (Future<Void> started : nodes.invokeAll(List.of(node, node, node, node))) {
                started.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(version()).isEqualTo(2);
    }
}
