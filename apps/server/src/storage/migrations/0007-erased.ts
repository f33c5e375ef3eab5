/**
 * Dossiers that were destroyed: nobody reads or writes them any more. Of each header in the log its hash stays, of each
 * entry that it was there, so that the running hash over the log is what it was.
 */
export const erased = `
create table erased (
  space_id bytea not null,
  dossier_id bytea not null,
  primary key (space_id, dossier_id)
);`;
