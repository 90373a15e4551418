/** Whether report, journal and event log come to the same figures. */
@NullMarked
package io.tallybook.report.tieout;

import org.jspecify.annotations.NullMarked;
