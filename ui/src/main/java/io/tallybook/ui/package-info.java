/** The application: main class, security, REST, pages, CLI and the wiring of all rooms. */
@NullMarked
package io.tallybook.ui;

import org.jspecify.annotations.NullMarked;
