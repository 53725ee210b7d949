package org.hirundo.bootstrap.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hirundo.bootstrap.server.Resources;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.AllowsAnybody;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.MayBeEmpty;

/**
 * A method and a path that the server answers, as its resources say.
 *
 * @param path with the names of its parameters in braces
 * @param authenticated whether it wants an access token
 * @param body what it does with the body of a request
 * @param query the names of its parameters in the query
 */
record Route(String method, String path, boolean authenticated, Body body, List<String> query) {

    enum Body {
        UNREAD,
        OBJECT,
        OBJECT_OR_NOTHING
    }

    /** All routes of the server, by path. */
    static List<Route> all() {
        return new Resources()
                .getClasses().stream()
                        .filter(resource -> resource.isAnnotationPresent(Path.class))
                        .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                        .flatMap(method -> httpMethod(method).map(http -> of(http, method)).stream())
                        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                        .toList();
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(annotation -> annotation != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Route of(String http, Method method) {
        return new Route(
                http,
                "/" + plain(method.getAnnotation(Path.class).value()),
                Stream.of(method, method.getDeclaringClass())
                                .anyMatch(place -> place.isAnnotationPresent(Authenticated.class))
                        && !method.isAnnotationPresent(AllowsAnybody.class),
                body(method),
                Arrays.stream(method.getParameterAnnotations())
                        .flatMap(Arrays::stream)
                        .flatMap(annotation -> annotation instanceof QueryParam name ? Stream.of(name.value()) : null)
                        .toList());
    }

    /** The path without the expressions that its parameters match. */
    private static String plain(String path) {
        return path.replace("{slash: /?}", "").replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    private static Body body(Method method) {
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (method.getParameterTypes()[i] == JsonObject.class) {
                return Stream.of(method.getParameterAnnotations()[i]).anyMatch(MayBeEmpty.class::isInstance)
                        ? Body.OBJECT_OR_NOTHING
                        : Body.OBJECT;
            }
        }
        return Body.UNREAD;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
