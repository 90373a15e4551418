@NullMarked
package io.tallybook.standards.iso6976;

import org.jspecify.annotations.NullMarked;
