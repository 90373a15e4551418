@NullMarked
package io.tallybook.saga;

import org.jspecify.annotations.NullMarked;
