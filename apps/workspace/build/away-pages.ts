import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { LANGUAGES } from '../../../packages/locale/src/language.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The neutral page that "Leave" shows, once for each language: plain HTML, which works without a script and offline. */
export function awayPages(): Plugin {
  return {
    name: 'away-pages',
    apply: 'build',
    generateBundle() {
      for (const language of LANGUAGES) {
        const { away } = JSON.parse(read(`../../../packages/locale/messages/shell/${language}.json`)) as {
          away: string;
        };
        const source = read('away.html').replaceAll('%lang%', language).replaceAll('%notes%', away);
        this.emitFile({ type: 'asset', fileName: `away.${language}.html`, source });
      }
    },
  };
}
