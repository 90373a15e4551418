package io.tallybook.ui.workpapers;

import io.tallybook.messages.workpapers.Subject;
import io.tallybook.messages.workpapers.SubjectKind;
import io.tallybook.ui.table.Figures;
import java.util.List;

/** A task or line in the words of its page. */
public final class SubjectWords {
    private SubjectWords() {}

    public static String of(Subject subject, Figures figures) {
        List<String> parts = subject.parts();
        Object[] shown = parts.stream()
                .map(part -> switch (part) {
                    case "RECEIPT", "DELIVERY" -> figures.word("direction." + part);
                    default -> subject.kind() == SubjectKind.TASK ? figures.word("step." + part) : part;
                })
                .toArray();
        return figures.word("subject." + subject.kind(), shown);
    }
}
