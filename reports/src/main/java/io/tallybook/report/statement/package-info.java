/** A shipper's statement as CSV and PDF. */
@NullMarked
package io.tallybook.report.statement;

import org.jspecify.annotations.NullMarked;
