import type { Given } from '@dayaq/domain/count';
import type { Translator } from '@dayaq/locale';
import { saveAs } from '../surveys/save-form.ts';
import { type Way, WAYS } from './leave.ts';

/** Hands a figure that the gate gave to the browser as a file. */
export function saveWay(way: Way, given: Given, translator: Translator): void {
  const { name, type, bytes } = WAYS[way](given, translator);
  saveAs(new Blob([bytes], { type }), name);
}
