@NullMarked
package io.tallybook.standards.aga8;

import org.jspecify.annotations.NullMarked;
