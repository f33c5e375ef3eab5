/**
 * Inserts a batch at the positions after `at_position` and sums up, by dossier, generation and author, what must be
 * judged. `onConflict` passes over entries that are there already.
 */
const store = (onConflict: string): string => `
    with stored as (
      insert into log (space_id, position, kind, dossier_id, number, entry_id, body)
      select the_space, at_position + i, 2, substring(dossier_ids from 16 * i - 15 for 16), generations[i],
             substring(entry_ids from 32 * i - 31 for 32), substring(bodies from starts[i] + 1 for lengths[i])
        from generate_series(1, cardinality(starts)) as i
          ${onConflict}
      returning position, dossier_id, number
    ), touched as (
      select dossier_id, number,
             substring(account_ids from (16 * (position - at_position) - 15)::integer for 16) as account_id,
             max(position) as position
        from stored group by 1, 2, 3
    )
    select max(t.position),
           count(*) filter (where d.dossier_id is null),
           count(*) filter (where d.generation <> t.number or d.epoch <> current_epoch),
           count(*) filter (where d.restricted and not exists (
             select from readers r
              where r.space_id = the_space and r.dossier_id = t.dossier_id and r.account_id = t.account_id))
      into last_stored, unknown, stale, hidden
      from touched t left join dossiers d on d.space_id = the_space and d.dossier_id = t.dossier_id;`;

/**
 * The function `append_entries`. `key`: the columns by which an entry is known to be there already, those of the index `log_entry`.
 */
export const appendEntries = (key: string): string => `
-- Appends entries in one round trip. Each statement below sees what was committed before the space's row lock was
-- granted, so membership, rotation and generations are judged as they are, not as they were while waiting.
-- Ids and sealed bytes come concatenated (binary parameters; arrays of bytea would travel as escaped text): entry i is
-- by the i-th account and is bodies[starts[i], starts[i] + lengths[i]).
-- Whoever meets a unique violation calls again with \`repeated\`: entries that are there already are then passed over and
-- only new ones are judged, so a repeated call always succeeds. A refusal is raised and undoes the statement.
-- It inserts first and judges then because the unique index is always right, where looking ids up beforehand is at the
-- mercy of a plan that was made for an empty table; and plainly at first because ON CONFLICT costs more.
create function append_entries(
  the_space bytea, account_ids bytea, dossier_ids bytea, generations integer[], entry_ids bytea,
  starts integer[], lengths integer[], bodies bytea, repeated boolean
) returns bigint language plpgsql as $$
declare
  at_position bigint;
  current_epoch integer;
  owed boolean;
  last_stored bigint;
  unknown bigint;
  stale bigint;
  hidden bigint;
begin
  select position, epoch, rotation_owed into at_position, current_epoch, owed
    from spaces where space_id = the_space for no key update;
  if not found or exists (
    select from (
      select distinct substring(account_ids from 16 * i - 15 for 16) as account_id
        from generate_series(1, octet_length(account_ids) / 16) as i
    ) authors where not exists (
      select from members m
       where m.space_id = the_space and m.account_id = authors.account_id and not m.removed and m.role <> 'viewer')
  ) then
    raise exception using errcode = 'DQ001', message = 'not-allowed';
  end if;

  if repeated then ${store(`on conflict (${key}) where kind = 2 do nothing`)}
  else ${store('')}
  end if;

  if last_stored is null then return at_position; end if;
  -- A dossier that is closed to the caller is refused before anything else is said about it.
  if hidden > 0 then raise exception using errcode = 'DQ001', message = 'not-allowed'; end if;
  if owed then raise exception using errcode = 'DQ001', message = 'rotation-owed'; end if;
  if unknown > 0 then raise exception using errcode = 'DQ001', message = 'generation-unknown'; end if;
  if stale > 0 then raise exception using errcode = 'DQ001', message = 'generation-stale'; end if;
  update spaces set position = last_stored where space_id = the_space;
  return last_stored;
end
$$;
`;

/**
 * The whole schema of the first version.
 *
 * Every table of a space leads its primary key with `space_id` and refers to nothing outside it, so the schema
 * distributes by space as it is. `log` is the one ordered log of a space: charter acts (kind 0), generation headers
 * (1) and entries (2) share one position counter, kept in `spaces.position` and taken under that row's lock.
 * Days are counted from 1970; no finer time is stored anywhere.
 */
export const foundation = `
create table settings (name text primary key, value bytea not null);

create table accounts (account_id bytea primary key, verifier bytea not null, sealed_root bytea not null);

create table sessions (token_hash bytea primary key, account_id bytea not null, expires_day integer not null);
create index sessions_by_account on sessions (account_id);

create table used_challenges (challenge_hash bytea primary key, expires_day integer not null);

create table founding_tokens (
  token_hash bytea primary key,
  first_run boolean not null,
  expires_day integer not null,
  space_id bytea
);

create table spaces (
  space_id bytea primary key,
  position bigint not null,
  charter_seq integer not null,
  charter_head bytea not null,
  epoch integer not null,
  rotation_owed boolean not null
);

create table members (
  space_id bytea not null,
  account_id bytea not null,
  role text not null,
  keyholder boolean not null,
  removed boolean not null,
  primary key (space_id, account_id)
);
create index members_by_account on members (account_id) where not removed;

create table wraps (
  space_id bytea not null,
  epoch integer not null,
  account_id bytea not null,
  wrap bytea not null,
  primary key (space_id, epoch, account_id)
);

create table log (
  space_id bytea not null,
  position bigint not null,
  kind smallint not null,
  dossier_id bytea,
  number integer not null,
  entry_id bytea,
  body bytea not null,
  primary key (space_id, position)
);
alter table log alter column body set storage external;
create unique index log_charter on log (space_id, number) where kind = 0;
create unique index log_generation on log (space_id, dossier_id, number) where kind = 1;
create unique index log_entry on log (space_id, entry_id) where kind = 2;
create index log_dossier on log (space_id, dossier_id, position) where kind > 0;

create table dossiers (
  space_id bytea not null,
  dossier_id bytea not null,
  generation integer not null,
  epoch integer not null,
  restricted boolean not null,
  primary key (space_id, dossier_id)
);

create table readers (
  space_id bytea not null,
  dossier_id bytea not null,
  account_id bytea not null,
  primary key (space_id, dossier_id, account_id)
);

create table blobs (
  space_id bytea not null,
  blob_id bytea not null,
  dossier_id bytea not null,
  chunks integer not null,
  primary key (space_id, blob_id)
);

create table blob_chunks (
  space_id bytea not null,
  blob_id bytea not null,
  chunk integer not null,
  sha256 bytea not null,
  primary key (space_id, blob_id, chunk)
);

create table introductions (
  space_id bytea not null,
  introduction_id bytea not null,
  expires_day integer not null,
  sealed bytea,
  primary key (space_id, introduction_id)
);

${appendEntries('space_id, entry_id')}`;
