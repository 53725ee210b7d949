package org.hirundo.mongo.counterexample;

import org.hirundo.contract.counterexample.KeptContract;

/** Keeps the name of the test and asks less. Abstract, as are all of these, lest they be run. */
public abstract class SofterTest extends KeptContract {

    @Override
    protected void it_is_there() {}
}
