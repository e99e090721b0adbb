package vn.ungcuu.workplace.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.ungcuu.organization.Groups;

/**
 * Who gets in, by which door.
 *
 * <p>One login opens our pages and the web applications, one logout closes both; machines use HTTP Basic and leave no
 * session behind. In every chain the groups are those of this moment ({@link CurrentGroups}). The headers of all answers are
 * set in one place before the chains ({@link SecurityHeaders}).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String WEBAPPS = "/camunda";
    static final String REST = "/engine-rest";

    /** Sent by the web applications with every change; a page elsewhere cannot make a browser send it. */
    private static final String WEBAPP_CSRF_HEADER = "X-XSRF-TOKEN";

    private final IdentityService identity;
    private final Optional<ProviderLogin> provider;

    SecurityConfiguration(IdentityService identity, Optional<ProviderLogin> provider) {
        this.identity = identity;
        this.provider = provider;
    }

    /**
     * Paths mean the whole path of the request. Without this they would mean a path of Spring MVC, and the engine's
     * servlets would slip past every chain but the last.
     */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** The engine's REST API, for Modeler and other machines: no session, so nothing to forge a request with. */
    @Bean
    @Order(1)
    SecurityFilterChain restChain(HttpSecurity http, AllowListFilter allowList) throws Exception {
        return http.securityMatcher(REST, REST + "/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(orLater(SecurityConfiguration::askForPassword)))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(HeadersConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new CurrentGroups(identity), ExceptionTranslationFilter.class)
                .addFilterAfter(allowList, AuthorizationFilter.class)
                .build();
    }

    /**
     * For the operator: everybody may ask whether it lives, administrators may ask how; a collector of metrics has a token
     * that opens nothing else.
     */
    @Bean
    @Order(2)
    SecurityFilterChain operationsChain(HttpSecurity http, MetricsToken metrics) throws Exception {
        return http.securityMatcher("/actuator", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                        .access(AuthorizationManagers.anyOf(
                                metrics, AuthorityAuthorizationManager.hasAuthority(Groups.ADMIN)))
                        .anyRequest()
                        .hasAuthority(Groups.ADMIN))
                .httpBasic(basic -> basic.authenticationEntryPoint(orLater(SecurityConfiguration::askForPassword)))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(HeadersConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new CurrentGroups(identity), ExceptionTranslationFilter.class)
                .build();
    }

    /** Our own REST: machines with HTTP Basic, plug-ins in Tasklist with the session they run in. */
    @Bean
    @Order(3)
    SecurityFilterChain apiChain(HttpSecurity http) throws Exception {
        RequestMatcher machine = new RequestHeaderRequestMatcher("Authorization");
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(orLater(unauthorized())))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()).ignoringRequestMatchers(machine))
                .headers(HeadersConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(unauthorized()))
                .addFilterAfter(new CurrentGroups(identity), ExceptionTranslationFilter.class)
                .build();
    }

    /** Tasklist, Cockpit and Admin. They bring their own protection against forged requests. */
    @Bean
    @Order(4)
    SecurityFilterChain webappChain(HttpSecurity http, AllowListFilter allowList) throws Exception {
        RequestMatcher api = withDefaults().matcher(WEBAPPS + "/api/**");
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setMatchingRequestParameterName(null);
        pages.setRequestMatcher(withDefaults().matcher(HttpMethod.GET, WEBAPPS + "/app/*/**"));
        return http.securityMatcher(WEBAPPS, WEBAPPS + "/**")
                .authorizeHttpRequests(requests -> requests
                        // There is one login and one way to create an administrator, and these are not it.
                        .requestMatchers(WEBAPPS + "/api/admin/auth/user/*/login/**", WEBAPPS + "/api/admin/setup/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(HeadersConfigurer::disable)
                .requestCache(cache -> cache.requestCache(pages))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(unauthorized(), api)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(LoginController.PATH), request -> true)
                        .accessDeniedHandler((request, response, denied) ->
                                Answer.notAllowed().send(response)))
                .logout(logout -> logout.logoutRequestMatcher(new AndRequestMatcher(
                                withDefaults()
                                        .matcher(HttpMethod.POST, WEBAPPS + "/api/admin/auth/user/{engine}/logout"),
                                new RequestHeaderRequestMatcher(WEBAPP_CSRF_HEADER)))
                        .deleteCookies("JSESSIONID")
                        .logoutSuccessHandler(andThere(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.OK))))
                .addFilterAfter(new CurrentGroups(identity), ExceptionTranslationFilter.class)
                .addFilterAfter(allowList, AuthorizationFilter.class)
                .build();
    }

    /** Everything people see beyond the web applications. */
    @Bean
    @Order(5)
    SecurityFilterChain pageChain(HttpSecurity http, LoginFailure failure) throws Exception {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setMatchingRequestParameterName(null);
        pages.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        if (provider.isPresent()) {
            provider.get().addTo(http);
        }
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                // Where errors are told is no page to ask for.
                                .requestMatchers("/error")
                                .denyAll()
                                .requestMatchers(
                                        LoginController.PATH,
                                        "/bao-su-co",
                                        "/bao-su-co/**",
                                        "/huong-dan/15-phut-dau",
                                        "/css/**",
                                        "/js/**",
                                        "/favicon.ico")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage(LoginController.PATH)
                        .failureHandler(failure)
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/dang-xuat")
                        .logoutSuccessHandler(andThere(toLoginPage()))
                        .deleteCookies("JSESSIONID"))
                // In a cookie, so that a login page left open overnight still works in the morning.
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .headers(HeadersConfigurer::disable)
                .requestCache(cache -> cache.requestCache(pages))
                // A new session at login: neither its id nor anything in it may stem from somebody else.
                .sessionManagement(session -> session.sessionFixation(SessionFixationConfigurer::newSession))
                .exceptionHandling(errors -> errors.accessDeniedHandler(SecurityConfiguration::refusePage))
                .addFilterAfter(new CurrentGroups(identity), ExceptionTranslationFilter.class)
                .build();
    }

    @Bean
    AllowListFilter allowListFilter(AllowList allowList, RequestConditions conditions, Accounts accounts) {
        return new AllowListFilter(allowList, conditions, accounts);
    }

    /** It works inside the two chains it belongs to, not in front of everything. */
    @Bean
    FilterRegistrationBean<AllowListFilter> allowListOutsideChains(AllowListFilter filter) {
        FilterRegistrationBean<AllowListFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** In front of everything, so that the refusals of whatever comes after it have them, too. */
    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        FilterRegistrationBean<SecurityHeaders> registration = new FilterRegistrationBean<>(new SecurityHeaders());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Around the security filters: what they refuse is worth a line. */
    @Bean
    FilterRegistrationBean<SecurityLogFilter> securityLogFilter() {
        FilterRegistrationBean<SecurityLogFilter> registration = new FilterRegistrationBean<>(new SecurityLogFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    /** Before anything reads a body. */
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(new BodyLimit());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 4);
        return registration;
    }

    @Bean
    FilterRegistrationBean<WholeForms> wholeForms() {
        FilterRegistrationBean<WholeForms> registration = new FilterRegistrationBean<>(new WholeForms());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }

    /** Before the chains, which look at passwords. */
    @Bean
    FilterRegistrationBean<AddressThrottleFilter> addressThrottleFilter(AddressThrottle throttle) {
        FilterRegistrationBean<AddressThrottleFilter> registration =
                new FilterRegistrationBean<>(new AddressThrottleFilter(throttle));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    /** Outside the chains, which would ask for a password first. */
    @Bean
    FilterRegistrationBean<TlsOnly> tlsOnly(
            @Value("${server.servlet.session.cookie.secure:false}") boolean required,
            @Value("${ung-cuu.base-url:}") String baseUrl) {
        FilterRegistrationBean<TlsOnly> registration = new FilterRegistrationBean<>(new TlsOnly(baseUrl));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        registration.setEnabled(required);
        return registration;
    }

    /** In front of everything, where errors are told included. */
    @Bean
    FilterRegistrationBean<SoundAccept> soundAccept() {
        FilterRegistrationBean<SoundAccept> registration = new FilterRegistrationBean<>(new SoundAccept());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<WebappLogin> webappLogin() {
        FilterRegistrationBean<WebappLogin> registration = new FilterRegistrationBean<>(new WebappLogin());
        registration.addUrlPatterns(WEBAPPS + "/app/*", WEBAPPS + "/api/*");
        return registration;
    }

    /** Without an error page: what asks here is a machine. */
    private static void askForPassword(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException missing) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"Ung cuu\", charset=\"UTF-8\"");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** While the directory is silent another password would not help; the same one will, later. */
    private static AuthenticationEntryPoint orLater(AuthenticationEntryPoint other) {
        return (request, response, failure) -> {
            if (failure instanceof AuthenticationServiceException) {
                Answer.later(LoginFailure.DIRECTORY_SILENT).send(response);
            } else {
                other.commence(request, response, failure);
            }
        };
    }

    private LogoutSuccessHandler andThere(LogoutSuccessHandler here) {
        return provider.map(login -> login.endingThere(here)).orElse(here);
    }

    private static LogoutSuccessHandler toLoginPage() {
        SimpleUrlLogoutSuccessHandler handler = new SimpleUrlLogoutSuccessHandler();
        handler.setDefaultTargetUrl(LoginController.LOGGED_OUT);
        return handler;
    }

    private static HttpStatusEntryPoint unauthorized() {
        return new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
    }

    /** Not {@code XSRF-TOKEN}: that is the web applications' own, and they would read ours for theirs. */
    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieName("UNGCUU-CSRF");
        repository.setHeaderName("X-UNGCUU-CSRF");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return repository;
    }

    private static void refusePage(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        if (denied instanceof CsrfException && LoginController.PATH.equals(request.getServletPath())) {
            response.sendRedirect(request.getContextPath() + LoginController.PATH + "?het-phien");
        } else {
            request.setAttribute("expired", denied instanceof CsrfException);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
