/** Surveys as they were published: open words, named by the SHA-256 that the door's two signers stand for. Answers to them are letters. */
export const surveys = `
create table surveys (
  space_id bytea not null,
  hash bytea not null,
  survey bytea not null,
  day integer not null,
  primary key (space_id, hash)
);
`;
