@NullMarked
package io.tallybook.standards.helmholtz;

import org.jspecify.annotations.NullMarked;
