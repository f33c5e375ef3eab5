#!/bin/sh
# In the place of PostgreSQL's initdb: makes a database's files once and copies them ever after. The copies have one password,
# and each folder another; so it is not asked for. Nobody but this user reaches the socket.
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
  [ -d "$first" ] || mv "$made" "$first"
fi
cp -R "$first/." "$data"
