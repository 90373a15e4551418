/** What is seen, tested on a real log and a real database. */
@NullMarked
package io.tallybook.query;

import org.jspecify.annotations.NullMarked;
