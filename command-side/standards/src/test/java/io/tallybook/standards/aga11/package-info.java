@NullMarked
package io.tallybook.standards.aga11;

import org.jspecify.annotations.NullMarked;
