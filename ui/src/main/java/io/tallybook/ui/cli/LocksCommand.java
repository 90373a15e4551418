package io.tallybook.ui.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The soft locks of a close group, and who is let behind them for a while. */
@Command(
        name = "locks",
        mixinStandardHelpOptions = true,
        description = "Shows and moves the soft locks of the areas of work; makes and ends exceptions from them.",
        synopsisSubcommandLabel = "COMMAND")
public final class LocksCommand {
    private static final List<String> AREAS = List.of("measurement", "configuration", "allocation", "accounting");
    private static final String NONE = "none";

    /** The option of every command here. */
    static final class WhichGroup {
        @Option(names = "--group", description = "close group; not needed when there is only one")
        @Nullable String group;

        String path(Api api) {
            return "/api/v1/calendars/" + (group == null ? WhichClose.onlyGroup(api) : group);
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Where the locks stand, and the exceptions.")
    int show(@Mixin Remote remote, @Mixin WhichGroup which) {
        Api api = remote.api();
        JsonNode standing = api.get(which.path(api) + "/soft-locks");
        if (remote.json) {
            System.out.println(standing);
            return 0;
        }
        Map<String, Object> days = standing(standing);
        AREAS.forEach(area -> System.out.println(area + ": " + days.getOrDefault(area, NONE)));
        standing.get("exceptions").forEach(e -> System.out.println(exception(e)));
        return 0;
    }

    private static String exception(JsonNode e) {
        return e.get("number").asInt() + " " + lower(e.get("area")) + " for "
                + (e.hasNonNull("person") ? e.get("person").asString() : "everybody") + " until "
                + e.get("until").asString() + (e.hasNonNull("endedBy") ? ", ended" : "") + ": "
                + e.get("reason").asString();
    }

    @Command(
            name = "move",
            mixinStandardHelpOptions = true,
            description = "Moves the locks of the areas named; the others stay. 'none' takes a lock away.")
    int move(
            @Mixin Remote remote,
            @Mixin WhichGroup which,
            @Option(names = "--measurement", description = "a gas day such as 2024-10-31, or none") @Nullable String measurement,
            @Option(names = "--configuration", description = "likewise") @Nullable String configuration,
            @Option(names = "--allocation", description = "likewise") @Nullable String allocation,
            @Option(names = "--accounting", description = "likewise") @Nullable String accounting,
            @Option(names = "--reason", required = true, description = "why") String reason) {
        Api api = remote.api();
        String path = which.path(api) + "/soft-locks";
        Map<String, Object> body = standing(api.get(path));
        put(body, AREAS.get(0), measurement);
        put(body, AREAS.get(1), configuration);
        put(body, AREAS.get(2), allocation);
        put(body, AREAS.get(3), accounting);
        body.put("reason", reason);
        return print(remote, "move", api.put(path, body));
    }

    private static Map<String, Object> standing(JsonNode standing) {
        Map<String, Object> dates = new LinkedHashMap<>();
        standing.get("locks").forEach(lock -> put(dates, lower(lock.get("area")), day(lock)));
        return dates;
    }

    private static void put(Map<String, Object> dates, String area, @Nullable String day) {
        if (NONE.equals(day)) {
            dates.remove(area);
        } else if (day != null) {
            dates.put(area, day);
        }
    }

    private static String day(JsonNode lock) {
        return lock.hasNonNull("through") ? lock.get("through").asString() : NONE;
    }

    private static String lower(JsonNode area) {
        return area.asString().toLowerCase(Locale.ROOT);
    }

    @Command(
            name = "except",
            mixinStandardHelpOptions = true,
            description = "Lets another person, or everybody, work behind a lock for some minutes.")
    int except(
            @Mixin Remote remote,
            @Mixin WhichGroup which,
            @Option(
                            names = "--area",
                            required = true,
                            description = "measurement, configuration, allocation or accounting")
                    String area,
            @Option(names = "--person", description = "the person's id; left out for everybody") @Nullable String person,
            @Option(names = "--minutes", required = true, description = "1 to 10080 (7 days)") int minutes,
            @Option(names = "--reason", required = true, description = "why") String reason) {
        Api api = remote.api();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("area", area.toUpperCase(Locale.ROOT));
        if (person != null) {
            body.put("person", person);
        }
        body.put("minutes", minutes);
        body.put("reason", reason);
        return print(remote, "except", api.post(which.path(api) + "/lock-exceptions", body));
    }

    @Command(name = "end", mixinStandardHelpOptions = true, description = "Ends an exception before its time.")
    int end(
            @Mixin Remote remote,
            @Mixin WhichGroup which,
            @Option(names = "--number", required = true, description = "as 'show' prints it") int number,
            @Option(names = "--reason", required = true, description = "why") String reason) {
        Api api = remote.api();
        String path = which.path(api) + "/lock-exceptions/" + number + "/end";
        return print(remote, "end", api.post(path, Map.of("reason", reason)));
    }

    private static int print(Remote remote, String deed, JsonNode answer) {
        System.out.println(
                remote.json
                        ? answer.toString()
                        : deed + ": " + answer.get("outcome").asString().toLowerCase(Locale.ROOT));
        return 0;
    }
}
