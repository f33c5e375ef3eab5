/**
 * Whether what was typed is this word of the kit: in any case, with a Turkish keyboard's İ or ı, by its first four
 * letters, or as its number.
 */
export function isKitWord(typed: string, word: string, number: number): boolean {
  const plain = typed
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return plain !== '' && (plain === word || plain === word.slice(0, 4) || plain === String(number));
}
