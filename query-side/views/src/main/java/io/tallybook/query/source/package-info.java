/** Named sources and what their pulls came to. */
@NullMarked
package io.tallybook.query.source;

import org.jspecify.annotations.NullMarked;
