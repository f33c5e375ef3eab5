/**
 * What came through public doors, and what is answered. A letter comes in pieces and gets its number, by the order in which letters
 * of its space came whole, with the last of them. Replies stand under the address that the letter named inside its seal: nothing
 * here says which letter that was. `verifier` is the key by which whoever fetches them proves to hold the receipt.
 */
export const letters = `
create table letters (
  space_id bytea not null,
  letter_id bytea not null,
  number bigint,
  epoch integer not null,
  pieces integer not null,
  day integer not null,
  primary key (space_id, letter_id)
);
create unique index letters_by_number on letters (space_id, number);

create table letter_pieces (
  space_id bytea not null,
  letter_id bytea not null,
  piece integer not null,
  sealed bytea not null,
  primary key (space_id, letter_id, piece)
);

create table replies (
  address bytea not null,
  reply_id bytea not null,
  space_id bytea not null,
  verifier bytea not null,
  number bigint not null,
  sealed bytea not null,
  day integer not null,
  primary key (address, reply_id)
);
`;
