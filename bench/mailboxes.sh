#!/usr/bin/env bash
# Sends the sample's warnings through Debian's Postfix on this machine, which takes mail by STARTTLS only, and reads the mailboxes back:
# every recipient has the mail with its subject, memo and text. Needs root (a mail server delivers as other users), openssl and python3;
# installs Postfix where it is not there. Its configuration, queue and mailboxes are a folder that is removed afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v postfix >/dev/null || {
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postfix >/dev/null
}
work=$(mktemp -d)
trap 'postfix -c "$work/etc" stop >/dev/null 2>&1 || true; rm -rf "$work" /var/log/tidtam-mailboxes.log' EXIT
chmod 755 "$work"
mkdir "$work/etc" "$work/queue" "$work/data" "$work/mail"
chown postfix "$work/data"
chown nobody "$work/mail"

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
  -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
chmod 600 "$work/key.pem"
keytool -importcert -noprompt -alias localhost -file "$work/cert.pem" -keystore "$work/trust.p12" -storetype PKCS12 \
  -storepass changeit 2>/dev/null
cp /usr/share/postfix/master.cf.dist "$work/etc/master.cf"
# On one port of this machine only, and without the folder that it would else be locked into.
sed -i -E 's/^smtp +inet .*/127.0.0.1:2587 inet n - n - - smtpd/; s/^([a-z]+ +[a-z]+ +[-yn] +[-yn] +)y/\1n/' "$work/etc/master.cf"
cat >"$work/etc/main.cf" <<END
compatibility_level = 3.6
queue_directory = $work/queue
data_directory = $work/data
maillog_file = /var/log/tidtam-mailboxes.log
myhostname = localhost
mydestination =
inet_protocols = ipv4
smtpd_tls_security_level = encrypt
smtpd_tls_chain_files = $work/key.pem, $work/cert.pem
smtpd_relay_restrictions = permit_mynetworks, reject
virtual_mailbox_domains = example.go.th
virtual_mailbox_base = $work/mail
virtual_mailbox_maps = inline:{$(for box in klang deputy chang office clerk audit palad; do printf '{ %s@example.go.th = %s/ }, ' $box $box; done | sed 's/, $//')}
virtual_uid_maps = static:$(id -u nobody)
virtual_gid_maps = static:$(id -g nobody)
virtual_minimum_uid = 1
END
postfix -c "$work/etc" start >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }

cat >"$work/tidtam.yaml" <<END
warnings:
  from: tidtam@example.go.th
  fall-back: clerk@example.go.th
  clerk: palad@example.go.th
  auditor: audit@example.go.th
  server: {host: localhost, port: 2587}
divisions:
  - {name: กองคลัง, email: klang@example.go.th, copies: [deputy@example.go.th]}
  - {name: กองช่าง, email: chang@example.go.th}
  - {name: กองการศึกษาฯ, email: chang@example.go.th}
  - {name: สำนักปลัด, email: office@example.go.th}
  - {name: กองสวัสดิการสังคม}
END
export TIDTAM_JAVA_OPTS="-Djavax.net.ssl.trustStore=$work/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit"
./tidtam warn spreadsheets/src/test/resources/samples/jomuang-2566-h1.xlsx --config "$work/tidtam.yaml" --as-of 2566-05-02 ||
  { status=$?; cat /var/log/tidtam-mailboxes.log >&2; exit "$status"; }

for _ in $(seq 50); do
  [ "$(find "$work/mail" -path '*/new/*' -type f | wc -l)" -ge 13 ] && break
  sleep 0.2
done
python3 - "$work/mail" <<'END'
import email, email.policy, pathlib, re, sys
boxes = {}
for file in sorted(pathlib.Path(sys.argv[1]).glob('*/new/*')):
    octets = file.read_bytes()
    assert max(octets) < 128, 'eight bits'
    mail = email.message_from_bytes(octets, policy=email.policy.default)
    text = mail.get_body(('plain',)).get_content()
    files = [part.get_filename() for part in mail.iter_attachments()]
    boxes.setdefault(file.parts[-3], []).append((mail['subject'], text, files, mail['message-id']))
for box, mails in sorted(boxes.items()):
    for subject, text, files, _ in mails:
        print(f'{box}: {subject} {files}')
wanted = {'klang': 1, 'deputy': 1, 'chang': 1, 'office': 1, 'clerk': 2, 'audit': 1, 'palad': 4}
assert {box: len(mails) for box, mails in boxes.items()} == wanted, boxes.keys()
for subject, text, files, _ in boxes['klang']:
    assert re.fullmatch(r'\[ITA ๒๕๖๖\] กองคลัง: ค้าง [๐-๙]+ \(ใหม่ [๐-๙]+\) เกินกำหนด ๑๙๙ วัน', subject), subject
    assert files == ['memo-กองคลัง.pdf'], files
    assert 'เรียน ผู้อำนวยการกองคลัง' in text and '== กองช่าง ==' not in text
assert boxes['klang'][0][3] == boxes['deputy'][0][3]
print('all mailboxes as they should be')
END
./tidtam warn --status --config "$work/tidtam.yaml" | tail -n 1
