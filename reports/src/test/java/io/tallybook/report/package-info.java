/** What the reports' tests share. */
@NullMarked
package io.tallybook.report;

import org.jspecify.annotations.NullMarked;
