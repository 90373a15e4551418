@NullMarked
package io.tallybook.query.close;

import org.jspecify.annotations.NullMarked;
