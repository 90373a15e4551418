@NullMarked
package io.tallybook.standards.iso5167;

import org.jspecify.annotations.NullMarked;
