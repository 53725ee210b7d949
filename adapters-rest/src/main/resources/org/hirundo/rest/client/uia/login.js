(function () {
    "use strict";

    const LOGIN = "/_matrix/client/v3/login";
    const form = document.getElementById("login");
    const status = document.getElementById("status");

    function say(text) {
        status.textContent = text;
    }

    async function call(options) {
        const response = await fetch(LOGIN, options);
        const answer = await response.json();
        if (!response.ok) {
            throw new Error(answer.error || "The server answered with the status " + response.status);
        }
        return answer;
    }

    // Parameters of the log-in that are no credentials may stand in the address of this page.
    function forwarded() {
        const query = new URLSearchParams(window.location.search);
        const parameters = {};
        for (const name of ["device_id", "initial_device_display_name"]) {
            if (query.has(name)) {
                parameters[name] = query.get(name);
            }
        }
        if (query.get("refresh_token") === "true") {
            parameters.refresh_token = true;
        }
        return parameters;
    }

    function identifier(name) {
        return name.indexOf("@") > 0
            ? {type: "m.id.thirdparty", medium: "email", address: name}
            : {type: "m.id.user", user: name};
    }

    async function logIn(event) {
        event.preventDefault();
        say("");
        try {
            const answer = await call({
                method: "POST",
                headers: {"Content-Type": "application/json"},
                body: JSON.stringify(Object.assign(forwarded(), {
                    type: "m.login.password",
                    identifier: identifier(document.getElementById("user").value.trim()),
                    password: document.getElementById("password").value,
                })),
            });
            form.hidden = true;
            if (window.matrixLogin && window.matrixLogin.onLogin) {
                window.matrixLogin.onLogin(answer);
            } else {
                say("You are logged in, but the application that opened this page does not wait for it.");
            }
        } catch (failure) {
            say(failure.message);
        }
    }

    async function start() {
        try {
            const answer = await call({method: "GET"});
            if (answer.flows.some((flow) => flow.type === "m.login.password")) {
                form.hidden = false;
            } else {
                say("Nobody can log in with a password here.");
            }
        } catch (failure) {
            say(failure.message);
        }
    }

    form.addEventListener("submit", logIn);
    start();
})();
