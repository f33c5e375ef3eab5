/** Plain drawings of ours that can stand before an answer, for whoever does not read easily. */
export const PICTURES = [
  'yes',
  'no',
  'home',
  'street',
  'police',
  'hospital',
  'work',
  'school',
  'phone',
  'family',
  'person',
  'money',
  'court',
  'day',
  'night',
] as const;
export type Picture = (typeof PICTURES)[number];

export const isPicture = (value: unknown): value is Picture => PICTURES.some((each) => each === value);
