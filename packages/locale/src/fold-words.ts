/** Placeholder skeleton until the full table lands: lower case, without marks. */
const plain = (text: string): string[] =>
  text.toLowerCase().replaceAll('ə', 'e').replaceAll('ı', 'i').normalize('NFD').replace(/\p{M}/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
export const foldForIndex = (text: string): string => plain(text).join(' ');
export const foldForQuery = (text: string): string[] => plain(text);
