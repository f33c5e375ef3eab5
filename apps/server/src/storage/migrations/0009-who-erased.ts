/**
 * Who asked for a dossier to be destroyed, and on which day: nothing is destroyed of which the team is not told. Null of what
 * was destroyed before.
 */
export const whoErased = `
alter table erased add column account_id bytea;
alter table erased add column asked_day integer;`;
