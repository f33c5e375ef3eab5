import { marked } from './marks.ts';

/** A text with the words that were looked for marked in it. */
export function Marked({ text, search }: { text: string; search: string }) {
  return (
    <>
      {marked(text, search).map((piece, i) => (piece.found ? <mark key={i}>{piece.text}</mark> : piece.text))}
    </>
  );
}
