package tidtam.app.desk;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import tidtam.app.store.Database;
import tidtam.facts.Folded;
import tidtam.facts.Sha256;

/** Who may sign in, and the links with which passwords are set. */
public final class Accounts {
    /** So long a link may be used. */
    static final Duration LINK = Duration.ofHours(24);

    private final Database database;
    private final Tokens tokens = new Tokens();

    public Accounts(Database database) {
        this.database = database;
    }

    /**
     * Where, at the desk, the first account is made: a path with a token that can be used once, within a day. Links given before stop
     * working.
     *
     * @return empty where there is an account already
     */
    public Optional<String> setUpPath(Instant now) {
        return database.inTransaction(handle -> {
            if (any(handle)) {
                return Optional.empty();
            }
            handle.execute("delete from invitation");
            return Optional.of(invite(handle, Optional.empty(), now));
        });
    }

    private static boolean any(Handle handle) {
        return handle.createQuery("select exists (select 1 from account)")
                .mapTo(Boolean.class)
                .one();
    }

    private String invite(Handle handle, Optional<Long> account, Instant now) {
        String token = tokens.next();
        handle.createUpdate("insert into invitation values (:digest, :account, :expires)")
                .bind("digest", digest(token))
                .bind("account", account)
                .bind("expires", now.plus(LINK).toEpochMilli())
                .execute();
        return "/setup?token=" + token;
    }

    private static String digest(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What a link is for.
     *
     * @param account whose password it sets; empty where it makes the first account
     */
    record Invitation(Optional<Account> account) {}

    /** What the link with that token is for; empty where it was used, has ended or never was. */
    Optional<Invitation> invitation(String token, Instant now) {
        return database.read(handle -> invitation(handle, token, now));
    }

    private static Optional<Invitation> invitation(Handle handle, String token, Instant now) {
        return handle.createQuery(
                        "select coalesce(account, 0) from invitation where digest = :digest and expires > :now")
                .bind("digest", digest(token))
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .findOne()
                .map(id -> id == 0 ? Optional.<Account>empty() : find(handle, id))
                .filter(account -> account.map(one -> !one.disabled()).orElseGet(() -> !any(handle)))
                .map(Invitation::new);
    }

    /**
     * Uses a link: sets the password of its account, or makes the first account, an auditor's.
     *
     * @param name of the first account
     * @return the account; empty where the link cannot be used any more
     */
    Optional<Account> use(String token, String name, String hash, Instant now) {
        return database.inTransaction(handle -> {
            Optional<Invitation> invitation = invitation(handle, token, now);
            if (invitation.isEmpty()) {
                return Optional.empty();
            }
            handle.execute("delete from invitation where digest = ?", digest(token));
            long id = invitation
                    .get()
                    .account()
                    .map(Account::id)
                    .orElseGet(() -> insert(handle, name, Role.AUDITOR, List.of()));
            handle.execute("update account set password = ? where id = ?", hash, id);
            return find(handle, id);
        });
    }

    private static long insert(Handle handle, String name, Role role, List<String> divisions) {
        return handle.createUpdate(
                        "insert into account (name, folded, role, divisions) values (:name, :folded, :role, :divisions)")
                .bind("name", name)
                .bind("folded", Folded.of(name))
                .bind("role", role.name())
                .bind("divisions", String.join("\n", divisions))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** Makes an account; gives the path of the link that sets its password, or nothing where the name is taken. */
    Optional<String> create(String name, Role role, List<String> divisions, Instant now) {
        return database.inTransaction(handle -> find(handle, name).isPresent()
                ? Optional.empty()
                : Optional.of(invite(handle, Optional.of(insert(handle, name, role, divisions)), now)));
    }

    /** Takes an account's password away; gives the path of the link that sets another. */
    String reset(long id, Instant now) {
        return database.inTransaction(handle -> {
            handle.execute("delete from invitation where account = ?", id);
            handle.execute("update account set password = null where id = ?", id);
            return invite(handle, Optional.of(id), now);
        });
    }

    void disable(long id, boolean disabled) {
        database.inTransaction(
                handle -> handle.execute("update account set disabled = ? where id = ?", disabled ? 1 : 0, id));
    }

    void password(long id, String hash) {
        database.inTransaction(handle -> handle.execute("update account set password = ? where id = ?", hash, id));
    }

    List<Account> all() {
        return database.read(handle -> accounts(handle.createQuery("select * from account order by name, id")));
    }

    Optional<Account> find(long id) {
        return database.read(handle -> find(handle, id));
    }

    Optional<Account> find(String name) {
        return database.read(handle -> find(handle, name));
    }

    private static Optional<Account> find(Handle handle, long id) {
        return accounts(handle.createQuery("select * from account where id = :id")
                        .bind("id", id))
                .stream()
                .findFirst();
    }

    private static Optional<Account> find(Handle handle, String name) {
        return accounts(handle.createQuery("select * from account where folded = :folded")
                        .bind("folded", Folded.of(name)))
                .stream()
                .findFirst();
    }

    private static List<Account> accounts(Query query) {
        return query.map((row, context) -> account(row)).list();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("divisions").lines().toList(),
                Optional.ofNullable(row.getString("password")),
                row.getInt("disabled") != 0);
    }
}
