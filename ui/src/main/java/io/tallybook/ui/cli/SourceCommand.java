package io.tallybook.ui.cli;

import io.tallybook.intake.profile.Profiles;
import io.tallybook.ui.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Named sources: what is read again and again from a folder or an API. */
@Command(
        name = "source",
        mixinStandardHelpOptions = true,
        description = "Lists, defines, shows and pulls named sources.",
        synopsisSubcommandLabel = "COMMAND")
public final class SourceCommand {
    private static final String SOURCES = "/api/v1/sources";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);
    private static final Duration LONGEST_PULL = Duration.ofMinutes(30);

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Every source, a line each.")
    int list(@Mixin Remote remote) {
        JsonNode all = remote.api().get(SOURCES);
        if (remote.json) {
            System.out.println(all);
        } else {
            all.forEach(answer -> System.out.println(SourceSentence.line(answer)));
        }
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "One source and its last pulls.")
    int show(@Mixin Remote remote, @Parameters(paramLabel = "NAME") String name) {
        Api api = remote.api();
        JsonNode answer = api.get(path(name));
        JsonNode pulls = api.get(path(name) + "/pulls?limit=10");
        if (remote.json) {
            System.out.println(((ObjectNode) answer).set("pulls", pulls.get("rows")));
        } else {
            System.out.println(SourceSentence.line(answer));
            pulls.get("rows").forEach(pull -> System.out.println("  " + SourceSentence.pull(pull)));
        }
        return 0;
    }

    @Command(
            name = "define",
            mixinStandardHelpOptions = true,
            description =
                    "Defines a source by a YAML file; 'profile' in it names a file beside it or a shipped profile.")
    int define(@Mixin Remote remote, @Parameters(paramLabel = "FILE.yaml") Path file) {
        ObjectNode definition = read(file);
        String name = definition.path("name").asString("");
        if (name.isEmpty()) {
            throw new CannotStart("The definition " + file + " has no 'name'.");
        }
        definition.remove("name");
        definition.put("profile", profile(file, definition.path("profile").asString("")));
        Api api = remote.api();
        JsonNode given = api.put(path(name), definition);
        System.out.println(
                remote.json
                        ? given.toString()
                        : name + ": "
                                + (given.get("outcome").asString().equals("UNCHANGED") ? "unchanged" : "defined"));
        return 0;
    }

    @Command(name = "pull", mixinStandardHelpOptions = true, description = "Pulls a source now and waits for its end.")
    int pull(@Mixin Remote remote, @Parameters(paramLabel = "NAME") String name) throws InterruptedException {
        Api api = remote.api();
        api.post(path(name) + "/pulls", Map.of());
        JsonNode answer = awaited(api, name);
        JsonNode pull = answer.at("/source/lastPull");
        System.out.println(remote.json ? pull.toString() : name + ": " + SourceSentence.pull(pull));
        return pull.hasNonNull("fault") ? 1 : 0;
    }

    @Command(name = "pause", mixinStandardHelpOptions = true, description = "Leaves a source alone.")
    int pause(
            @Mixin Remote remote,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--reason", required = true, description = "why") String reason) {
        return order(remote, name, "/pause", Map.of("reason", reason));
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Reads a paused source again.")
    int resume(@Mixin Remote remote, @Parameters(paramLabel = "NAME") String name) {
        return order(remote, name, "/resume", Map.of());
    }

    private static int order(Remote remote, String name, String deed, Map<String, String> body) {
        Api api = remote.api();
        api.post(path(name) + deed, body);
        JsonNode answer = api.get(path(name));
        System.out.println(remote.json ? answer.toString() : SourceSentence.line(answer));
        return 0;
    }

    private static JsonNode awaited(Api api, String name) throws InterruptedException {
        long until = System.nanoTime() + LONGEST_PULL.toNanos();
        JsonNode answer = api.get(path(name));
        while (answer.at("/source").hasNonNull("askedAt")) {
            if (System.nanoTime() > until) {
                throw new CannotStart("The pull has not ended in half an hour; 'source show' says how far it is.");
            }
            Thread.sleep(LOOK_AGAIN);
            answer = api.get(path(name));
        }
        return answer;
    }

    private static ObjectNode read(Path file) {
        try {
            if (new YAMLMapper().readTree(Files.readString(file)) instanceof ObjectNode definition) {
                return definition;
            }
            throw new CannotStart("The definition " + file + " is no mapping of keys to values.");
        } catch (IOException e) {
            throw new CannotStart("The definition " + file + " cannot be read.");
        } catch (JacksonException e) {
            throw new CannotStart("The definition " + file + " is no YAML: " + e.getOriginalMessage());
        }
    }

    private static String profile(Path definition, String named) {
        Path file = definition.resolveSibling(named);
        try {
            if (!named.isEmpty() && Files.isRegularFile(file)) {
                return Files.readString(file);
            }
        } catch (IOException e) {
            throw new CannotStart("The profile " + file + " cannot be read.");
        }
        if (!Profiles.SHIPPED.contains(named)) {
            throw new CannotStart("There is no profile file and no shipped profile '" + named + "'; shipped are "
                    + String.join(", ", Profiles.SHIPPED) + ".");
        }
        return named;
    }

    private static String path(String name) {
        return SOURCES + "/" + Api.encode(name);
    }
}
