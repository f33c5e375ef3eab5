import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

interface Props {
  /** What kind of sheet it is, for whoever hears the page. */
  label: string;
  /** The language of the sheet, where it is not the page’s. */
  lang?: string;
  /** A warning or the kind of sheet, above the title. */
  kicker?: string;
  title: string;
  /** Short facts under the title: day, reference, who printed it. Empty ones are left out. */
  facts: readonly string[];
  /** Beside the title: a code for a camera. */
  beside?: ComponentChildren;
  /** Stands at the foot of each printed page beside its number. */
  foot: string;
  children: ComponentChildren;
}

/** A sheet as it will lie on a table: the same head and the same foot, whatever it holds. Not for what is read on a screen alone. */
export function Paper({ label, lang, kicker, title, facts, beside, foot, children }: Props) {
  useEffect(() => footOnEachPage(foot), [foot]);
  return (
    <article class="paper" aria-label={label} lang={lang}>
      <header class="paper-head">
        <div class="stack stack-tight">
          {kicker !== undefined && <p class="small strong">{kicker}</p>}
          <h2>{title}</h2>
          <ul class="paper-facts small">
            {facts
              .filter((fact) => fact !== '')
              .map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
          </ul>
        </div>
        {beside}
      </header>
      {children}
    </article>
  );
}

/** Browsers that know no boxes in the margins of a page leave it out: reference and day stand in the head, too. */
function footOnEachPage(text: string): (() => void) | undefined {
  if (typeof CSSStyleSheet === 'undefined' || !('adoptedStyleSheets' in document)) return undefined;
  const sheet = new CSSStyleSheet();
  const quoted = text.replace(/["\\\n]/g, (sign) => (sign === '\n' ? ' ' : `\\${sign}`));
  sheet.replaceSync(
    `@page { @bottom-left { content: "${quoted}"; font: 8pt sans-serif } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif } }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
