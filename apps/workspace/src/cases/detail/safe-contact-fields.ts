/** The fields of a person that say how to reach them, how never to, and who must not learn of it. */
export const SAFE_CONTACT_FIELDS = [
  'safeChannel',
  'safeContact',
  'safeHours',
  'codeWord',
  'mayLeaveMessage',
  'neverContact',
  'exclusions',
] as const;
