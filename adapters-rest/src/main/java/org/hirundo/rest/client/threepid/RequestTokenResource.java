package org.hirundo.rest.client.threepid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.port.threepid.Validation.Purpose;
import org.hirundo.application.threepid.RequestPhoneValidation;
import org.hirundo.application.threepid.RequestValidation;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Caller;

/**
 * Has mails sent that show whose an address is ({@code administrative_contact.yaml}, {@code registration.yaml}, {@code
 * password_management.yaml}).
 */
@Path("/")
@Singleton
public final class RequestTokenResource {

    private final RequestValidation request;
    private final RequestPhoneValidation requestPhone;

    @Inject
    RequestTokenResource(RequestValidation request, RequestPhoneValidation requestPhone) {
        this.request = request;
        this.requestPhone = requestPhone;
    }

    @POST
    @Path("_matrix/client/v3/register/email/requestToken")
    public JsonObject register(@Context SecurityContext security, JsonObject body) {
        return request(Purpose.REGISTRATION, security, body);
    }

    @POST
    @Path("_matrix/client/v3/account/3pid/email/requestToken")
    public JsonObject add(@Context SecurityContext security, JsonObject body) {
        return request(Purpose.ADDITION, security, body);
    }

    @POST
    @Path("_matrix/client/v3/account/password/email/requestToken")
    public JsonObject resetPassword(@Context SecurityContext security, JsonObject body) {
        return request(Purpose.PASSWORD_RESET, security, body);
    }

    private JsonObject request(Purpose purpose, SecurityContext security, JsonObject body) {
        var address = Caller.of(security).address();
        return JsonObject.of("sid", request.request(new RequestValidation.Request(purpose, body, address)));
    }

    @POST
    @Path("_matrix/client/v3/register/msisdn/requestToken")
    public JsonObject registerPhone(JsonObject body) {
        requestPhone.request(body);
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/account/3pid/msisdn/requestToken")
    public JsonObject addPhone(JsonObject body) {
        requestPhone.request(body);
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/account/password/msisdn/requestToken")
    public JsonObject resetPasswordByPhone(JsonObject body) {
        requestPhone.request(body);
        return JsonObject.EMPTY;
    }
}
