/** Files as rows: gzip, CSV and JSON, read as a stream, each row with its line and its text exactly as read. */
@NullMarked
package io.tallybook.intake.row;

import org.jspecify.annotations.NullMarked;
