/**
 * That a file was destroyed is said of it in one dossier: whoever knows the number of a file in another one, which they may not
 * read, keeps nothing out there. Who opened an introduction, and who published a survey: the first ends with them, and of the
 * second everybody has room of their own. Empty of what came before.
 */
export const ofTheirOwn = `
alter table erased_blobs drop constraint erased_blobs_pkey;
alter table erased_blobs add primary key (space_id, dossier_id, blob_id);
alter table introductions add column opened_by bytea not null default ''::bytea;
alter table surveys add column given_by bytea not null default ''::bytea;
`;
