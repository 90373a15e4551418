@NullMarked
package io.tallybook.standards.aga7;

import org.jspecify.annotations.NullMarked;
