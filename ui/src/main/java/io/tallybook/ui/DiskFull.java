package io.tallybook.ui;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether a failure comes of a full disk, the file system's or the database's, however deep it stands among the causes. */
public final class DiskFull {
    private static final int MOST_CAUSES = 50;
    private static final String OF_THE_DATABASE = "53100";

    private DiskFull() {}

    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(DiskFull::says);
    }

    private static boolean says(Throwable cause) {
        return String.valueOf(cause.getMessage()).contains("No space left on device")
                || cause instanceof SQLException sql && OF_THE_DATABASE.equals(sql.getSQLState());
    }
}
