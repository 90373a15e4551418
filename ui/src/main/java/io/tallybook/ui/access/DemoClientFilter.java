package io.tallybook.ui.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The demo's script names itself; outside a demo directory nothing may. */
class DemoClientFilter extends OncePerRequestFilter {
    static final String SCRIPT = "demo-script";

    private final Installation installation;

    DemoClientFilter(Installation installation) {
        this.installation = installation;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SCRIPT.equals(request.getHeader("X-Client")) && !installation.isDemo()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("application/problem+json");
            response.getWriter()
                    .write("{\"type\":\"urn:problem:not-a-demo\",\"title\":\"Not a demo\",\"status\":403,"
                            + "\"detail\":\"X-Client: demo-script is accepted only in a demo directory.\"}");
            return;
        }
        chain.doFilter(request, response);
    }
}
