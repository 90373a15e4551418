package io.tallybook.ui.demo;

import io.tallybook.ui.Server;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.demo.DemoUsers.Who;
import java.io.PrintStream;
import java.util.Map;

/** The demo's people on a running server with the passwords of this start, and the stand-in ERP beside them. */
public final class DemoPeople {
    private static final String CLIENT = "demo-script";

    private final Server server;
    private final Map<Who, String> passwords;

    private DemoPeople(Server server, Map<Who, String> passwords) {
        this.server = server;
        this.passwords = passwords;
    }

    /** Gives them new passwords, signs out who was signed in, and starts the stand-in ERP; once per start. */
    public static DemoPeople of(Server server) {
        Map<Who, String> passwords = server.bean(DemoUsers.class).renew();
        server.bean(StandInErp.class).start();
        return new DemoPeople(server, passwords);
    }

    /** Signs one of them in over HTTP. */
    public Api as(Who who) {
        return new Api(server.address(), CLIENT, null).signIn(who.user.value(), password(who));
    }

    /** What the person types at the sign-in page. */
    public String password(Who who) {
        return passwords.getOrDefault(who, "");
    }

    void print(PrintStream out) {
        passwords.forEach((who, password) -> out.printf("  %-13s %s   %s%n", who.user.value(), password, who.name));
    }
}
