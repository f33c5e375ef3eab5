import type { Language } from '@dayaq/domain';
import { AZ } from './az.ts';
import { EN } from './en.ts';
import { RU } from './ru.ts';
import { TG } from './tg.ts';
import type { Words } from './words.ts';

export const WORDS: Readonly<Record<Language, Words>> = { az: AZ, ru: RU, en: EN, tg: TG };
export { fill, type Gender } from './fill.ts';
export type { Telling, Words } from './words.ts';
