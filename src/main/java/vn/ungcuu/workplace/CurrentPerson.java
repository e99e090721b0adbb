package vn.ungcuu.workplace;

import java.security.Principal;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every page of the workplace knows who looks at it. */
@ControllerAdvice(
        assignableTypes = {
            StartController.class,
            RegisterController.class,
            DoorController.class,
            ReportController.class,
            RosterController.class,
            NoticeController.class,
            DashboardController.class,
            WorkController.class,
            StatisticsController.class,
            CockpitController.class
        })
class CurrentPerson {

    private final People people;

    CurrentPerson(People people) {
        this.people = people;
    }

    @ModelAttribute("me")
    @Nullable
    Me me(@Nullable Principal principal) {
        return principal == null ? null : people.me(principal.getName());
    }
}
