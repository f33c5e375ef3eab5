/**
 * Codes that admit one answer each to a survey, by their hash, and what signs for them. `blinded`: for what a code was changed; whose
 * answer that became, nobody can tell by it.
 */
export const surveyCodes = `
create table code_keys (
  space_id bytea not null,
  key bytea not null,
  private bytea not null,
  primary key (space_id, key)
);
create table survey_codes (
  space_id bytea not null,
  key bytea not null,
  code bytea not null,
  blinded bytea,
  primary key (space_id, key, code)
);
`;
