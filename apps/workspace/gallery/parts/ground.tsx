/** [ground, text on it], by the names of the tokens. */
const PAIRS = [
  ['paper', 'ink'],
  ['surface', 'muted'],
  ['sunk', 'ink'],
  ['accent', 'on-accent'],
  ['accent-soft', 'accent'],
  ['danger-soft', 'danger'],
  ['warn-soft', 'warn'],
  ['ok-soft', 'ok'],
  ['line', 'ink'],
  ['edge', 'paper'],
] as const;

export function Colours() {
  return (
    <div class="gallery-swatches">
      {PAIRS.map(([ground, text]) => (
        <div
          key={ground}
          class="gallery-swatch"
          style={{ background: `var(--${ground})`, color: `var(--${text})` }}
        >
          {ground}
        </div>
      ))}
    </div>
  );
}

const SIZES = ['tiny', 'small', 'text', 'lead', 'title', 'name', 'headline'] as const;

/** Letters that a font of one alphabet alone would lack. */
const LETTERS = 'Əə Ğğ İı Şş · Ҷҷ Ӣӣ Ӯӯ Ҳҳ Ққ Ғғ Ёё';

export function Type() {
  return (
    <>
      {SIZES.map((size) => (
        <p key={size} style={{ fontSize: `var(--t-${size})` }}>
          {LETTERS}
        </p>
      ))}
    </>
  );
}
