package vn.ungcuu.workplace.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ungcuu.directory.Directory;

/** The login page. */
@Controller
class LoginController {

    static final String PATH = "/dang-nhap";
    static final String LOGGED_OUT = PATH + "?da-dang-xuat";

    private final boolean demo;
    private final boolean directory;
    private final Optional<ProviderLogin> provider;

    LoginController(Environment environment, Optional<Directory> directory, Optional<ProviderLogin> provider) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.directory = directory.isPresent();
        this.provider = provider;
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "da-dang-xuat", required = false) String loggedOut,
            @RequestParam(name = "het-phien", required = false) String expired,
            Principal person,
            HttpServletRequest request,
            Model model) {
        if (person != null) {
            return "redirect:/";
        }
        // Whoever only looks leaves no session behind.
        HttpSession session = request.getSession(false);
        Object end = take(session, ProviderLogin.END);
        if (end != null) {
            model.addAttribute("end", end);
            return "dang-xuat";
        }
        model.addAttribute("sentence", take(session, LoginFailure.SENTENCE));
        model.addAttribute("userId", take(session, LoginFailure.USER_ID));
        model.addAttribute("loggedOut", loggedOut != null);
        model.addAttribute("expired", expired != null);
        model.addAttribute("demo", demo);
        model.addAttribute("directory", directory);
        model.addAttribute("provider", provider.orElse(null));
        return "dang-nhap";
    }

    private static Object take(HttpSession session, String name) {
        Object value = session == null ? null : session.getAttribute(name);
        if (value != null) {
            session.removeAttribute(name);
        }
        return value;
    }
}
