package vn.ungcuu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Outside the demo nothing is guessed: these settings must be given, or the start stops before anything happens. */
class RequiredSettings implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            environment.setRequiredProperties(
                    "spring.datasource.url", "spring.datasource.username", "spring.datasource.password");
        }
    }
}
