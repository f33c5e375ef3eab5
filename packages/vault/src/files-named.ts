/** Every value with a blob's id in it that these values hold, wherever it stands in them. */
export function* filesNamed(value: unknown): Generator<{ blob: string }> {
  if (typeof value !== 'object' || value === null) return;
  if (namesBlob(value)) yield value;
  for (const inner of Object.values(value)) yield* filesNamed(inner);
}

const namesBlob = (value: object): value is { blob: string } =>
  'blob' in value && typeof value.blob === 'string';
