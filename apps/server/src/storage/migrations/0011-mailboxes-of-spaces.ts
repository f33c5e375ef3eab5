/**
 * A mailbox is one organisation's: whoever knows its address and belongs to another one puts nothing into it, and pushes nothing
 * out of it.
 */
export const mailboxesOfSpaces = `
alter table replies drop constraint replies_pkey;
alter table replies add primary key (space_id, address, reply_id);
`;
