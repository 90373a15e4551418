@NullMarked
package io.tallybook.migrations;

import org.jspecify.annotations.NullMarked;
