package io.tallybook.ui.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Stops a close, gives its cut-off time, or opens a locked month again. */
@Command(
        name = "reopen",
        mixinStandardHelpOptions = true,
        description = "Opens a locked month again by two, holds a close, gives a cut-off time, raises the hard lock.")
public final class ReopenCommand implements Callable<Integer> {
    enum Deed {
        hold,
        resume,
        cancel,
        extend,
        cutoff,
        request,
        approve,
        consent,
        decline,
        retry,
        hardlock
    }

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    Remote remote = new Remote();

    @Parameters(
            index = "0",
            description =
                    "request, approve (the controller), consent (measurement), decline or retry a reopening; hold or "
                            + "resume a close, extend its cut-off, take the cut-off back (cutoff), cancel a month in which nothing was done; hardlock through --period")
    Deed deed = Deed.request;

    @Mixin
    WhichClose which = new WhichClose();

    @Option(names = "--reason", description = "why; every deed but approve and consent asks for it")
    @Nullable String reason;

    @Option(names = "--ground", description = "MATERIAL (the default) or REGULATOR")
    String ground = "MATERIAL";

    @Option(names = "--effect", description = "what it is about in money, such as 40000.00")
    @Nullable BigDecimal effect;

    @Option(names = "--currency", description = "of the effect, such as USD")
    @Nullable String currency;

    @Option(
            names = "--erp-open",
            description = "with approve: the ERP still posts to the period; counts where the ERP itself says nothing")
    boolean erpOpen;

    @Option(names = "--until", description = "with extend: the moment, such as 2024-11-05T16:00:00Z")
    @Nullable String until;

    @Override
    public Integer call() {
        Api api = remote.api();
        String path = which.path(api);
        JsonNode answer = switch (deed) {
            case hold -> api.post(path + "/hold", because());
            case resume -> api.post(path + "/resumption", because());
            case extend -> api.post(path + "/cutoff/extension", extension());
            case cancel -> api.post(path + "/cancellation", because());
            case cutoff -> api.post(path + "/cutoff/reopening", because());
            case request -> api.post(path + "/reopening", request());
            case approve -> api.post(path + "/reopening/approval", Map.of("erpPeriodIsOpen", erpOpen));
            case consent -> api.post(path + "/reopening/consent", Map.of());
            case decline -> api.post(path + "/reopening/refusal", because());
            case retry -> api.post(path + "/reopening/retry", because());
            case hardlock -> api.post(hardLockOf(path), hardLock());
        };
        System.out.println(
                remote.json
                        ? answer.toString()
                        : deed + ": " + answer.get("outcome").asString().toLowerCase(Locale.ROOT));
        return 0;
    }

    private static String hardLockOf(String close) {
        String group = close.substring("/api/v1/closes/".length(), close.lastIndexOf('/'));
        return "/api/v1/calendars/" + group + "/hard-lock";
    }

    private Map<String, Object> hardLock() {
        return Map.of("through", which.period, "reason", needed(reason, "--reason"));
    }

    private Map<String, Object> because() {
        return Map.of("reason", needed(reason, "--reason"));
    }

    private Map<String, Object> extension() {
        return Map.of("until", needed(until, "--until"), "reason", needed(reason, "--reason"));
    }

    private Map<String, Object> request() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ground", ground);
        if (effect != null) {
            body.put("effect", Map.of("amount", effect, "currency", needed(currency, "--currency")));
        }
        body.put("reason", needed(reason, "--reason"));
        return body;
    }

    private String needed(@Nullable String given, String option) {
        if (given == null) {
            throw new ParameterException(spec.commandLine(), "'" + deed + "' needs " + option + ".");
        }
        return given;
    }
}
