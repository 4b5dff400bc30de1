#!/usr/bin/env bash
# Installs the programs that the tests run and that pip cannot bring: a PostgreSQL server and a browser. Says nothing where they
# are there; where one cannot be installed it says so, and the tests that need it are skipped.
set -uo pipefail

have_server() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }
have_browser() { command -v chromium >/dev/null; }

missing=()
have_server || missing+=(postgresql)
have_browser || missing+=(chromium)
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "not installed: ${missing[*]}, and this is no Debian where we are root: the tests that need them are skipped" >&2
    exit 0
fi
echo "installing for the tests: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
# Debian would make and start a PostgreSQL server of its own, which the tests have no use for.
mkdir -p /etc/postgresql-common
[ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
apt-get update >"$log" 2>&1
for package in "${missing[@]}"; do
    if ! apt-get install --yes --no-install-recommends "$package" >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        echo "$package could not be installed: its tests are skipped" >&2
    fi
done
rm -f "$log"
