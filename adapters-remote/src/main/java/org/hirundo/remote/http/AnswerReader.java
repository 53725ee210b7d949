package org.hirundo.remote.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;

/** Reads one answer, as much of it as the call wants. */
final class AnswerReader implements HttpClientResponseHandler<Answer> {

    private static final int BUFFER = 8192;

    private final Call call;
    private final HttpUriRequestBase request;
    private Optional<Answer> cutOff = Optional.empty();

    AnswerReader(Call call, HttpUriRequestBase request) {
        this.call = call;
        this.request = request;
    }

    /**
     * The answer whose rest was left out. The client takes that for a failure, because the only way not to read the rest is to
     * end the connection.
     */
    Optional<Answer> cutOff() {
        return cutOff;
    }

    @Override
    public Answer handleResponse(ClassicHttpResponse response) throws IOException {
        var head = head(response);
        var entity = response.getEntity();
        return entity == null ? head : with(head, entity, call.portion().apply(head));
    }

    private Answer head(ClassicHttpResponse response) {
        var headers = new HashMap<String, String>();
        for (var header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return new Answer(call.address(), response.getCode(), headers, new byte[0]);
    }

    private Answer with(Answer head, HttpEntity entity, Portion portion) throws IOException {
        var body = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER];
        try (var content = entity.getContent()) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                var wanted = (int) Math.min(read, portion.bytes() - body.size());
                body.write(buffer, 0, wanted);
                if (wanted < read) {
                    return larger(head.with(body.toByteArray()), portion);
                }
            }
        }
        return head.with(body.toByteArray());
    }

    /** Closing alone would read the rest, to keep the connection. */
    private Answer larger(Answer beginning, Portion portion) throws AnswerTooLarge {
        request.cancel();
        if (!portion.cutsOff()) {
            throw new AnswerTooLarge(portion.bytes());
        }
        cutOff = Optional.of(beginning);
        return beginning;
    }
}
