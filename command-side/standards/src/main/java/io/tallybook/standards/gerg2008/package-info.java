@NullMarked
package io.tallybook.standards.gerg2008;

import org.jspecify.annotations.NullMarked;
