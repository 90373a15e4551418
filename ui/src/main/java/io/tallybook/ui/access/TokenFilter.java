package io.tallybook.ui.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in a request that carries a bearer token whose scope allows it; roles are read anew each time. */
class TokenFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final Accounts accounts;

    TokenFilter(Tokens tokens, Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            Optional<Tokens.Bearer> bearer = tokens.bearer(header.substring(BEARER.length()));
            if (bearer.isPresent() && !bearer.get().scope().allows(request)) {
                refuse(response, bearer.get().scope());
                return;
            }
            bearer.map(Tokens.Bearer::user).flatMap(accounts::find).ifPresent(TokenFilter::signIn);
        }
        chain.doFilter(request, response);
    }

    private static void signIn(Account account) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }

    private static void refuse(HttpServletResponse response, TokenScope scope) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/problem+json");
        response.getWriter()
                .write("{\"type\":\"urn:problem:token-scope\",\"title\":\"token scope\",\"status\":403,"
                        + "\"detail\":\"This token is for " + scope.name().toLowerCase(Locale.ROOT)
                        + " only; use one of a wider scope.\"}");
    }
}
