package vn.ungcuu.procedure.engine;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** In the application that is tested over HTTP for what each role may. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.webapp.auth.cache.time-to-live=500")
class RightsByKeyOnH2Tests extends RightsByKeyContract {}
