package vn.ungcuu.deadline;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    /** The packaged file unless the commune points {@code ung-cuu.calendar} at its own. */
    @Bean
    CalendarFile calendarFile(@Value("${ung-cuu.calendar:classpath:calendar.yaml}") Resource file) {
        return CalendarFile.read(file);
    }
}
