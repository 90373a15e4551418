package io.tallybook.messages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Configuration: the roles of {@link SentBy} may propose such an order and never give it. The house gives it once another
 * person has approved the change it stands in (ADR 15).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SecondPerson {}
