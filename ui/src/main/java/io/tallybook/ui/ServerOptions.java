package io.tallybook.ui;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to start the server.
 *
 * @param data data directory: database (unless {@code postgres} is given), objects, outbox
 * @param port on 127.0.0.1; 0 takes a free one
 * @param postgres address of a server to use instead of the embedded one, without passwords
 * @param demo whether the directory is a demo's; a directory keeps the kind it was first used as
 */
public record ServerOptions(Path data, int port, @Nullable String postgres, boolean demo) {}
