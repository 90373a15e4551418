package io.tallybook.ui.access;

import io.tallybook.eventlog.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Turns who is signed in into who gives an order. */
@Component
public class Callers {
    /** @param client {@code web}, {@code api}, {@code cli} or {@code demo-script} */
    public Caller of(Authentication authentication, String client) {
        if (!(authentication.getPrincipal() instanceof Account account)) {
            throw new IllegalStateException("nobody is signed in");
        }
        return Caller.person(account.user(), account.person(), account.roles(), account.scope(), client);
    }
}
