/** Changes of configuration, and who approved them. */
@NullMarked
package io.tallybook.query.change;

import org.jspecify.annotations.NullMarked;
