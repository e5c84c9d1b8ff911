package tidtam.app.desk;

import io.javalin.http.Context;

/** What every answer tells the browser not to do. */
final class Headers {
    private static final String YEAR = "max-age=31536000";

    private Headers() {}

    /**
     * Sets them.
     *
     * @param nonce that alone lets a style or script be used
     * @param https whether browsers are to come by nothing else from now on
     */
    static void set(Context context, String nonce, boolean https) {
        if (https) {
            context.header("Strict-Transport-Security", YEAR);
        }
        context.header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'nonce-" + nonce + "'; script-src 'nonce-" + nonce
                                + "'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
