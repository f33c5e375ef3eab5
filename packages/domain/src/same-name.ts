/**
 * A name as it is compared, where whoever types it again means the same recipient: not its capitals, the space around it, nor
 * which of the four letters i of our alphabets it has. Empty of what is no text.
 */
export const nameKey = (name: unknown): string =>
  typeof name === 'string' ? name.normalize('NFC').trim().replace(/[İIı]/gu, 'i').toLowerCase() : '';
