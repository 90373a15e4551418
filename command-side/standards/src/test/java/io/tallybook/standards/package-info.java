@NullMarked
package io.tallybook.standards;

import org.jspecify.annotations.NullMarked;
