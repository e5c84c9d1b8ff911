package tidtam.app.desk;

/** A request that is not answered with what it asked for; its status says why. */
final class Refusal extends RuntimeException {
    private final int status;

    Refusal(int status) {
        super("status " + status, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
