package io.tallybook.messages.processing;

import io.tallybook.messages.Invalid;
import java.util.regex.Pattern;

/**
 * What one node at a time works on: a segment of a processor, {@code processor/process-month-end-close/0}, or a scheduled task,
 * {@code task/<name>/<instance>}.
 */
public record ClaimId(String value) {
    private static final String PROCESSOR = "processor/";
    private static final String TASK = "task/";
    private static final Pattern SEGMENT = Pattern.compile("processor/\\S{1,100}/[0-9]{1,9}");
    private static final Pattern INSTANCE = Pattern.compile("task/\\S{1,50}/[^\\s/]{1,64}");

    public ClaimId {
        Invalid.unless(
                SEGMENT.matcher(value).matches() || INSTANCE.matcher(value).matches(),
                "a claim is processor/<name>/<segment> or task/<name>/<instance>, was '" + value + "'");
    }

    public static ClaimId ofSegment(String processor, int segment) {
        return new ClaimId(PROCESSOR + processor + "/" + segment);
    }

    public static ClaimId ofTask(String name, String instance) {
        return new ClaimId(TASK + name + "/" + instance);
    }

    public boolean isTask() {
        return value.startsWith(TASK);
    }

    /** Of the processor or the task. */
    public String name() {
        return value.substring(value.indexOf('/') + 1, value.lastIndexOf('/'));
    }

    /** The segment's number, or the task's instance. */
    public String part() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "claim:" + value;
    }
}
