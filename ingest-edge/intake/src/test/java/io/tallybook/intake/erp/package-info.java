/** What an ERP says of its periods, from files and pages. */
@NullMarked
package io.tallybook.intake.erp;

import org.jspecify.annotations.NullMarked;
