@NullMarked
package io.tallybook.standards.gas;

import org.jspecify.annotations.NullMarked;
