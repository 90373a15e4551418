/** The journal as CSV and JSON. */
@NullMarked
package io.tallybook.report.journal;

import org.jspecify.annotations.NullMarked;
