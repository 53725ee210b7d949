/** How far application services were told what happened, see {@link org.hirundo.mongo.appservice.MongoAppserviceStore}. */
@NullMarked
package org.hirundo.mongo.appservice;

import org.jspecify.annotations.NullMarked;
