import { DANGER_LIST, type Facet, type Field, fieldOfFacet, listOfField, rootKindOf } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import { memberName, type Room } from '../cases/room.ts';
import { areaLabel, codeLabel, fieldLabel } from '../fields/labels.ts';

function facetOf(kind: string, name: string): Facet | undefined {
  return rootKindOf(kind)?.card.facets?.find((facet) => facet.name === name);
}

/** The field whose codes a filter has; undefined of what every kind has. */
export function fieldOfFilter(kind: string, name: string): Field | undefined {
  const root = rootKindOf(kind);
  const facet = facetOf(kind, name);
  return root === undefined || facet === undefined ? undefined : fieldOfFacet(root, facet);
}

/** The code list that names a filter's codes, where one does. */
export function listOfFilter(kind: string, name: string): string | undefined {
  if (name === 'danger') return DANGER_LIST;
  const field = fieldOfFilter(kind, name);
  return field === undefined ? undefined : listOfField(field);
}

/** What a filter is called: in the kind's own words for it, else as its field. */
export function filterLabel(translator: Translator, kind: string, name: string): string {
  if (translator.hasLabel('kinds', kind, 'facets', name))
    return translator.label('kinds', kind, 'facets', name);
  const facet = facetOf(kind, name);
  return facet === undefined ? name : fieldLabel(translator, facet.of ?? kind, facet.field);
}

/** Lists whose codes are answers: alone they do not say to what. */
const ANSWERS: ReadonlySet<string> = new Set(['answer', 'qualification', 'admission']);

/** One code of a filter as a choice under the filter's name. */
export function filterChoice(room: Room, kind: string, name: string, code: string): string {
  const { translator, me } = room;
  const type = fieldOfFilter(kind, name)?.type.is;
  if (type === 'member') return code === me ? translator.t('cases.filters.mine') : memberName(room, code);
  if (type === 'place') return areaLabel(translator, code);
  if (name === 'silent') return translator.t('cases.list.silent');
  if (name === 'hours') return translator.t('cases.list.hours');
  if (name === 'restricted') return translator.t('cases.list.restricted');
  if (name === 'conflict') return translator.t('cases.list.conflict');
  const list = listOfFilter(kind, name);
  return list === undefined ? code : codeLabel(translator, list, code);
}

/** One code of a filter in words that stand alone, as on a chip. */
export function filterCodeText(room: Room, kind: string, name: string, code: string): string {
  const { translator } = room;
  const choice = filterChoice(room, kind, name, code);
  const list = listOfFilter(kind, name);
  if (name !== 'danger' && (list === undefined || !ANSWERS.has(list))) return choice;
  return translator.t('cases.filters.said', { filter: filterLabel(translator, kind, name), answer: choice });
}
