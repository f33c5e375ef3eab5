import { LANGUAGES } from '@dayaq/locale';
import { useState } from 'preact/hooks';
import { language, setLanguage } from '../src/locale/index.ts';
import { Segment } from '../src/look/Chip.tsx';
import { PARTS } from './parts.tsx';

const THEMES = ['light', 'dark'] as const;

/** Every part of the look in every state. With `part`, that one alone, as it is photographed. */
export function Gallery({ part }: { part: string | null }) {
  const { theme } = document.documentElement.dataset;
  const [shown, setShown] = useState(theme);
  const parts = PARTS.filter(({ name }) => part === null || name === part);
  return (
    <main class="gallery">
      {part === null && (
        <header class="gallery-head">
          <h1>The parts of every page</h1>
          <p>
            Pages are made of these and of nothing that looks like them. Words are the product’s own; people
            and cases are invented.
          </p>
          <div class="cluster">
            <Segment
              label="Language"
              options={LANGUAGES.map((value) => ({ value, text: value }))}
              value={language.value}
              onChange={(value) => void setLanguage(value)}
            />
            <Segment<string | undefined>
              label="Theme"
              options={THEMES.map((value) => ({ value, text: value }))}
              value={shown}
              onChange={(value) => {
                document.documentElement.dataset.theme = value;
                setShown(value);
              }}
            />
          </div>
        </header>
      )}
      {parts.map(({ name, about, wordless, Shown }) => (
        <section class="gallery-part" key={name} id={name} lang={language.value} data-wordless={wordless}>
          {part === null && (
            <div class="gallery-about" lang="en">
              <h2>{name}</h2>
              <p class="muted">{about}</p>
            </div>
          )}
          <div class="gallery-shown">
            <Shown />
          </div>
        </section>
      ))}
    </main>
  );
}
