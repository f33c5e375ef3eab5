/** Files that were destroyed while their dossier stands: nothing is given or taken under their numbers. */
export const erasedBlobs = `
create table erased_blobs (
  space_id bytea not null,
  blob_id bytea not null,
  dossier_id bytea not null,
  account_id bytea not null,
  asked_day integer not null,
  primary key (space_id, blob_id)
);`;
