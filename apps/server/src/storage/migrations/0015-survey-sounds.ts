/** Questions of surveys in somebody's voice: open sounds, named by the SHA-256 that stands in the survey. */
export const surveySounds = `
create table survey_sounds (
  space_id bytea not null,
  hash bytea not null,
  sound bytea not null,
  day integer not null,
  given_by bytea not null,
  primary key (space_id, hash)
);
`;
