package tidtam.app.desk;

/**
 * How the program is, for whoever watches it.
 *
 * @param status of HTTP, such as 200 or 503
 * @param json what there is to say
 */
public record Health(int status, String json) {}
