/**
 * How far application services were told what happened, in relational databases, see {@link
 * org.hirundo.jpa.appservice.JpaAppserviceStore}.
 */
@NullMarked
package org.hirundo.jpa.appservice;

import org.jspecify.annotations.NullMarked;
