/**
 * One history for everybody (`packages/sealing/README.md`).
 *
 * `spaces.log_id` says which life of the log this is: a restore begins another, and `former_logs` keeps the lives before,
 * each with the position up to which this log is the same. `chain_hash` is the running hash over the log up to
 * `chain_position`: how far it was reckoned when it was last asked for.
 * `wraps` keeps what each giver gave, so that a key that does not open can be set aside (`refused`) and another be had.
 */
export const oneHistory = `
alter table spaces add column log_id bytea, add column chain_position bigint not null default 0, add column chain_hash bytea;
update spaces set log_id = substring(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) for 16),
  chain_hash = sha256('dayaq/1/log-start'::bytea || '\\x00'::bytea || space_id);
alter table spaces alter column log_id set not null, alter column chain_hash set not null,
  alter column chain_position drop default;

create table former_logs (
  space_id bytea not null,
  number integer not null,
  log_id bytea not null,
  until bigint not null,
  primary key (space_id, number)
);

alter table wraps add column given_by bytea, add column refused boolean not null default false,
  add column refusals integer not null default 0;
update wraps set given_by = account_id;
alter table wraps drop constraint wraps_pkey, add primary key (space_id, epoch, account_id, given_by);
`;
