#!/usr/bin/env bash
# Installs the programs that the tests run and that pip cannot bring: a PostgreSQL server. Says nothing where it is there;
# where it cannot be installed it says so, and the tests that need it are skipped.
set -uo pipefail

have_server() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }

have_server && exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "no PostgreSQL server is installed, and this is no Debian where we are root: its tests are skipped" >&2
    exit 0
fi
echo "installing a PostgreSQL server for the tests"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
# Debian would make and start a server of its own, which the tests have no use for.
mkdir -p /etc/postgresql-common
[ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
if ! { apt-get update && apt-get install --yes --no-install-recommends postgresql; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    echo "a PostgreSQL server could not be installed: its tests are skipped" >&2
fi
rm -f "$log"
