@NullMarked
package io.tallybook.eventlog;

import org.jspecify.annotations.NullMarked;
