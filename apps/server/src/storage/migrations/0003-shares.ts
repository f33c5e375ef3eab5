/**
 * Dossiers that other spaces may read, and whom a dossier must not be opened to: both follow from the newest generation
 * headers, which are signed. A share is kept after its end, because the recipient has to learn of it.
 *
 * `generation` is the last that was granted to the peer, `peer_epoch` the peer's epoch that it was granted to, `ended_at`
 * the position of the header that ended it, `entries` and `late` how many entries the peer's members added, and how many
 * of those after the end.
 */
export const shares = `
create table shares (
  space_id bytea not null,
  dossier_id bytea not null,
  peer_id bytea not null,
  peer_epoch integer not null,
  generation integer not null,
  ended_at bigint,
  entries integer not null,
  late integer not null,
  primary key (space_id, dossier_id)
);
create index shares_by_peer on shares (peer_id, space_id, dossier_id);

create table barred (
  space_id bytea not null,
  dossier_id bytea not null,
  account_id bytea not null,
  primary key (space_id, dossier_id, account_id)
);
`;
