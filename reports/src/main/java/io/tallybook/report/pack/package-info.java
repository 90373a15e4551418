/** What a close pack shows: everything its documents need, already read, in the words of the messages. */
@NullMarked
package io.tallybook.report.pack;

import org.jspecify.annotations.NullMarked;
