/** What is seen: the queries every page, report and interface asks, and the pages they come in. */
@NullMarked
package io.tallybook.query;

import org.jspecify.annotations.NullMarked;
