#!/bin/sh
# In the place of PostgreSQL's initdb: makes a database's files once and copies them ever after. Who may connect is decided by
# who reaches the socket, since the copies share one password file's moment and every folder has a password of its own.
set -e
for arg; do
  case $arg in --pgdata=*) data=${arg#--pgdata=} ;; esac
done
first=$MUTANTS_SCRATCH/first
if [ ! -d "$first" ]; then
  made=$(mktemp -d "$MUTANTS_SCRATCH/first.XXXXXX")
  "$MUTANTS_INITDB" "$@" --pgdata="$made" >&2
  echo 'local all all trust' > "$made/pg_hba.conf"
  # Another worker may have been quicker; then this one's is left lying.
  mv -T "$made" "$first" || true
fi
cp -R "$first/." "$data"
