/**
 * Rows that somebody named by their numbers, such as "2–100, 150".
 * @returns a test for a number; every row where nothing is written, null where it cannot be read
 */
export function chosenRows(text: string): ((row: number) => boolean) | null {
  if (text.trim() === '') return () => true;
  const ranges: { from: number; to: number }[] = [];
  for (const part of text.split(/[,;]/)) {
    if (part.trim() === '') continue;
    const range = /^\s*(\d{1,7})(?:\s*[-–—]\s*(\d{1,7}))?\s*$/.exec(part);
    if (range === null) return null;
    const from = Number(range[1]);
    ranges.push({ from, to: Number(range[2] ?? from) });
  }
  return (row) => ranges.some(({ from, to }) => row >= from && row <= to);
}
