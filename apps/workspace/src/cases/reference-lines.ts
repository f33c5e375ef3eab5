/** References of cases as some fields hold them: one a line. Empty lines are none. */
export function linesOf(value: unknown): string[] {
  return typeof value === 'string'
    ? value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : [];
}

/** The lines with one more, which stands there once. */
export function withLine(value: unknown, line: string): string {
  const lines = linesOf(value);
  return (lines.includes(line) ? lines : [...lines, line]).join('\n');
}
