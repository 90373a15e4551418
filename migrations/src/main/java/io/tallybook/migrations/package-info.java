/** The database: its Flyway files, the jOOQ classes generated from them, and the embedded server. */
@NullMarked
package io.tallybook.migrations;

import org.jspecify.annotations.NullMarked;
