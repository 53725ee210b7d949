package org.hirundo.mongo.counterexample;

import org.hirundo.contract.counterexample.ForgottenContract;

/** Extends the contract, but nobody runs it. */
public abstract class AlmostForgottenTest extends ForgottenContract {}
