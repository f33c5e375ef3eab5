import { appendEntries } from './0001-foundation.ts';

const KEY = 'space_id, entry_id, dossier_id, number';

/**
 * An entry's number is its own in one generation of one dossier, and no longer in the whole space: the server cannot see
 * whether what bears a number is what the number was made of, so whoever puts something else under one that a restore lost
 * must not keep it from being sent again, under the dossier's next generation.
 */
export const numbersOfGenerations = `
drop index log_entry;
create unique index log_entry on log (${KEY}) where kind = 2;
drop function append_entries(bytea, bytea, bytea, integer[], bytea, integer[], integer[], bytea, boolean);
${appendEntries(KEY)}`;
