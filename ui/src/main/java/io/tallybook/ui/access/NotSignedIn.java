package io.tallybook.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** The API's answer to who is not signed in, as Problem Details; a browser's own password box is not asked for. */
final class NotSignedIn implements AuthenticationEntryPoint {
    private static final String PROBLEM =
            "{\"type\":\"urn:problem:not-signed-in\",\"title\":\"not signed in\",\"status\":401,"
                    + "\"detail\":\"Not signed in, or signed out since: send a bearer token of POST /api/v1/tokens.\"}";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(PROBLEM.getBytes(StandardCharsets.UTF_8));
    }
}
