@NullMarked
package io.tallybook.standards.api11;

import org.jspecify.annotations.NullMarked;
