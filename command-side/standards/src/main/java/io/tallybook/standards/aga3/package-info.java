@NullMarked
package io.tallybook.standards.aga3;

import org.jspecify.annotations.NullMarked;
