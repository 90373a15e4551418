@NullMarked
package io.tallybook.standards.base;

import org.jspecify.annotations.NullMarked;
