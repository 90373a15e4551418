@NullMarked
package io.tallybook.standards.gpa2172;

import org.jspecify.annotations.NullMarked;
