/** The fields of a person that say how to reach them, and how never to. */
export const SAFE_CONTACT_FIELDS = [
  'safeChannel',
  'safeContact',
  'safeHours',
  'codeWord',
  'mayLeaveMessage',
  'neverContact',
] as const;
