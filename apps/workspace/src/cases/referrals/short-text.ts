/** Bytes that a code holds and a poor camera still reads from paper. */
export const SHORT_TEXT_BYTES = 600;

/**
 * The lines of a hand-over for a QR code, the most needed first: whole lines, as many as fit. It is text, not an
 * address, so whoever reads it asks no server.
 */
export function shortText(lines: readonly string[], most: number = SHORT_TEXT_BYTES): string {
  const size = (text: string): number => new TextEncoder().encode(text).length;
  let text = '';
  for (const line of lines.map((one) => one.trim()).filter((one) => one !== '')) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (size(longer) > most) continue;
    text = longer;
  }
  return text;
}
