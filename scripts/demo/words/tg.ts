import { EN } from './en.ts';
import type { Words } from './words.ts';

export const TG: Words = EN;
