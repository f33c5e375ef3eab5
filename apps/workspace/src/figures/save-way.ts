import type { Given } from '@dayaq/domain/count';
import { type Mapping, writeValueSet } from '@dayaq/domain/dhis2';
import type { Translator } from '@dayaq/locale';
import { saveAs } from '../surveys/save-form.ts';
import { type Way, WAYS } from './leave.ts';

/** Hands a figure that the gate gave to the browser as a file. */
export function saveWay(way: Way, given: Given, translator: Translator): void {
  const { name, type, bytes } = WAYS[way](given, translator);
  saveAs(new Blob([bytes], { type }), name);
}

/** The same as values of a DHIS2. */
export function saveValueSet(given: Given, mapping: Mapping): void {
  saveAs(new Blob([writeValueSet(given, mapping)], { type: 'application/json' }), 'data-value-set.json');
}
