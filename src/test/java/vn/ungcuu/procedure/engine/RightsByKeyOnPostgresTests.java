package vn.ungcuu.procedure.engine;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import vn.ungcuu.support.ManyIncidents;
import vn.ungcuu.support.OnPostgres;

/** In the application that is tested with many incidents. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@OnPostgres
@Import(ManyIncidents.class)
class RightsByKeyOnPostgresTests extends RightsByKeyContract {}
