import type { Language } from '@dayaq/domain/survey';
import { part } from '../page.ts';
import { say } from '../words.ts';
import { fetchSound } from './fetch-survey.ts';
import type { Surroundings } from './surroundings.ts';

/** The form as the server's page holds it. */
export const onThisPage = (language: Language): Surroundings => ({
  host: part('questions'),
  language,
  say,
  sound: fetchSound,
  support: () => part('call').querySelector('a')?.cloneNode(true) ?? null,
});
