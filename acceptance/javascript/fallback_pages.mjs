/**
 * Somebody registers and logs in on the pages of the server, in a real browser, as people do whose application does not know a
 * stage, or no way to log in.
 *
 * Usage: node fallback_pages.mjs BASE_URL TOKEN
 * TOKEN is a registration token; the server asks for one, and for terms to be accepted. Prints one line per step that was seen to
 * work; exits with 1 at the first that was not.
 */
import { randomBytes } from "node:crypto";
import chromium from "@sparticuz/chromium";
import puppeteer from "puppeteer-core";
import { check, run, seen } from "./steps.mjs";

const [baseUrl, token] = process.argv.slice(2);

async function post(path, body) {
    const answer = await fetch(`${baseUrl}/_matrix/client/v3/${path}`, { method: "POST", body: JSON.stringify(body) });
    return { status: answer.status, body: await answer.json() };
}

function pageOf(stage, session) {
    return `${baseUrl}/_matrix/client/v3/auth/${stage}/fallback/web?session=${encodeURIComponent(session)}`;
}

/** Fails when a page has a script that its own policy blocks, or one that throws. */
function watch(page) {
    page.on("pageerror", (error) => check("the page has no errors", false, error.message));
    page.on("console", (message) => {
        if (message.type() === "error") {
            check("the page has no complaints", false, message.text());
        }
    });
    return page;
}

/** As a web application does: opens the page in a window, and waits until that says that it is done. */
async function inAWindow(browser, address, walk) {
    const application = await browser.newPage();
    await application.goto(`${baseUrl}/_matrix/client/versions`);
    const opened = new Promise((resolve) => application.once("popup", resolve));
    await application.evaluate((url) => {
        window.told = new Promise((resolve) => window.addEventListener("message", (event) => resolve(event.data)));
        window.open(url);
    }, address);
    const page = watch(await opened);
    await walk(page);
    const told = await application.evaluate(() => window.told);
    check("the window tells the application that it is done", told === "authDone", told);
    await application.close();
    await page.close();
}

/** As an application with a web view does: puts in a function that the page calls. */
async function inAWebView(browser, address, walk) {
    const page = watch(await browser.newPage());
    const done = new Promise((resolve) => page.exposeFunction("onAuthDone", resolve));
    await page.goto(address);
    await walk(page);
    await done;
    seen("the page calls the application when it is done");
    await page.close();
}

async function register(browser, username, password) {
    const first = await post("register", { username, password });
    check("registering needs a token and the terms", first.status === 401, JSON.stringify(first.body));
    const session = first.body.session;
    const stages = first.body.flows[0].stages;
    check("in this order", stages.join() === "m.login.registration_token,m.login.terms", stages.join());

    await inAWindow(browser, pageOf("m.login.registration_token", session), async (page) => {
        await page.waitForSelector("input[name=token]");
        await page.type("input[name=token]", "not-a-token");
        await Promise.all([page.waitForNavigation(), page.click("button")]);
        const failure = await page.$eval(".failure", (element) => element.textContent);
        check("a wrong token is refused, with a reason", failure.length > 0);
        await page.type("input[name=token]", token);
        await page.click("button");
    });
    await inAWebView(browser, pageOf("m.login.terms", session), async (page) => {
        await page.click("input[type=checkbox]");
        await page.click("button");
    });

    const last = await post("register", { username, password, auth: { session } });
    check("then the account is there", last.status === 200, JSON.stringify(last.body));
}

async function logIn(browser, username, password) {
    const page = watch(await browser.newPage());
    const answered = new Promise((resolve) => page.exposeFunction("answered", resolve));
    await page.evaluateOnNewDocument(() => {
        window.matrixLogin = { onLogin: (answer) => window.answered(answer) };
    });
    await page.goto(`${baseUrl}/_matrix/static/client/login/?device_id=BROWSER`);
    await page.waitForSelector("#user", { visible: true });
    await page.type("#user", username);
    await page.type("#password", password);
    await page.click("button");
    const answer = await answered;
    check("the page logs in on the device that was asked for", answer.device_id === "BROWSER", JSON.stringify(answer));
    const headers = { Authorization: `Bearer ${answer.access_token}` };
    const whoami = await (await fetch(`${baseUrl}/_matrix/client/v3/account/whoami`, { headers })).json();
    check("with a token that is good", whoami.user_id === answer.user_id, JSON.stringify(whoami));
    await page.close();
}

await run(async () => {
    const browser = await puppeteer.launch({
        args: chromium.args,
        executablePath: await chromium.executablePath(),
        headless: "shell",
    });
    try {
        const username = `browser-${randomBytes(4).toString("hex")}`;
        const password = randomBytes(12).toString("hex");
        await register(browser, username, password);
        await logIn(browser, username, password);
    } finally {
        await browser.close();
    }
});
