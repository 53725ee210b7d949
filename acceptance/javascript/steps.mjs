/** What scenarios are made of: steps that were seen to work, one line each, and the first that was not. */
import { logger } from "matrix-js-sdk/lib/logger.js";

const tell = console.log;

/** Tells of a step that was seen to work. */
export function seen(step) {
    tell(`ok  ${step}`);
}

/** Tells of the step if it did what a user expects of it, and fails if it did not. */
export function check(step, condition, detail = "") {
    if (!condition) {
        throw new Error(`${step}: ${detail}`);
    }
    seen(step);
}

/** Runs a scenario; the process ends with 1 if one of its steps failed. */
export async function run(scenario) {
    silenceLibraries();
    try {
        await scenario();
        process.exit(0);
    } catch (failed) {
        tell(`FAILED  ${failed.stack ?? failed}`);
        process.exit(1);
    }
}

/** The Rust crypto writes to the console itself, and much. */
function silenceLibraries() {
    logger.setLevel("silent");
    for (const level of ["debug", "info", "warn", "error", "log", "trace"]) {
        console[level] = () => {};
    }
}
