package io.tallybook.ui.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows the notes and files of a close, writes and settles notes, attaches files. */
@Command(
        name = "notes",
        mixinStandardHelpOptions = true,
        description =
                "Shows notes and evidence of a close; writes, answers, resolves or closes a note; attaches a file.")
public final class NotesCommand implements Callable<Integer> {
    @Mixin
    Remote remote = new Remote();

    @Mixin
    WhichClose which = new WhichClose();

    @Option(names = "--open", description = "only what still wants something")
    boolean open;

    @Option(names = "--write", paramLabel = "TEXT", description = "writes a note; with --on")
    @Nullable String write;

    @Option(names = "--on", paramLabel = "SUBJECT", description = "task:BALANCE, balance-day:AREA/2024-10-10, …")
    @Nullable String on;

    @Option(names = "--review-point", description = "what is written is a review point")
    boolean reviewPoint;

    @Option(names = "--for", paramLabel = "PERSON", description = "whom the note is for")
    @Nullable String assignee;

    @Option(names = "--note", paramLabel = "NUMBER", description = "the note to answer, resolve, close or send back")
    int note;

    @Option(names = "--answer", paramLabel = "TEXT", description = "answers the note")
    @Nullable String answer;

    @Option(names = "--resolve", description = "says that the note is settled")
    boolean resolve;

    @Option(names = "--close", description = "closes the note")
    boolean close;

    @Option(names = "--send-back", paramLabel = "REASON", description = "sends the note back")
    @Nullable String sendBack;

    @Option(names = "--attach", paramLabel = "FILE", description = "attaches a file; with --on")
    @Nullable Path attach;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() {
        Api api = remote.api();
        String path = which.path(api);
        boolean done = false;
        if (write != null) {
            tell(api.post(path + "/notes", note(write)));
            done = true;
        }
        if (attach != null) {
            tell(api.evidence(path + "/evidence?subject=" + Api.encode(subject()), attach));
            done = true;
        }
        return settle(api, path) || done ? 0 : show(api, path);
    }

    private Map<String, Object> note(String text) {
        Map<String, Object> body = new HashMap<>(
                Map.of("subject", subject(), "kind", reviewPoint ? "REVIEW_POINT" : "NOTE", "text", text));
        if (assignee != null) {
            body.put("assignee", assignee);
        }
        return body;
    }

    private String subject() {
        if (on == null) {
            throw new ParameterException(spec.commandLine(), "Say what it is about with --on, such as task:BALANCE.");
        }
        return on;
    }

    private boolean settle(Api api, String path) {
        if (answer == null && !resolve && !close && sendBack == null) {
            return false;
        }
        if (note <= 0) {
            throw new ParameterException(spec.commandLine(), "Name the note by its number with --note.");
        }
        String of = path + "/notes/" + note;
        if (answer != null) {
            tell(api.post(of + "/answers", Map.of("text", answer)));
        }
        if (resolve) {
            tell(api.post(of + "/resolution", Map.of()));
        }
        if (close) {
            tell(api.post(of + "/closing", Map.of()));
        }
        if (sendBack != null) {
            tell(api.post(of + "/returns", Map.of("reason", sendBack)));
        }
        return true;
    }

    private void tell(JsonNode given) {
        System.out.println(remote.json ? given : given.get("outcome").asString().toLowerCase(Locale.ROOT));
    }

    private int show(Api api, String path) {
        JsonNode notes = api.get(path + "/notes");
        JsonNode files = api.get(path + "/evidence");
        if (remote.json) {
            System.out.println("{\"notes\":" + notes + ",\"evidence\":" + files + "}");
            return 0;
        }
        for (JsonNode each : notes) {
            if (!open || isOpen(each)) {
                System.out.println("%4d  %-14s %-40s %s%s"
                        .formatted(
                                each.get("id").get("note").asInt(),
                                lower(each.get("state")),
                                each.get("subject").asString(),
                                each.get("text").asString(),
                                each.hasNonNull("assignee")
                                        ? "  (for " + each.get("assignee").asString() + ")"
                                        : ""));
            }
        }
        for (JsonNode file : files) {
            System.out.println("file %d  %s  %s  %s  %d bytes%s"
                    .formatted(
                            file.get("evidence").asInt(),
                            file.get("sha256").asString(),
                            file.get("subject").asString(),
                            file.get("name").asString(),
                            file.get("bytes").asLong(),
                            file.hasNonNull("withdrawnBy") ? "  withdrawn" : ""));
        }
        return 0;
    }

    private static boolean isOpen(JsonNode note) {
        String state = note.get("state").asString();
        return state.equals("UNRESOLVED")
                || (state.equals("RESOLVED") && note.get("kind").asString().equals("REVIEW_POINT"));
    }

    private static String lower(JsonNode word) {
        return word.asString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
