import { az } from './gen/cldr.az.gen.ts';
import { en } from './gen/cldr.en.gen.ts';
import { ru } from './gen/cldr.ru.gen.ts';
import { tg } from './gen/cldr.tg.gen.ts';
import type { CldrTable } from './cldr-table.ts';
import type { Language } from './language.ts';

export const CLDR: Readonly<Record<Language, CldrTable>> = { az, ru, en, tg };
