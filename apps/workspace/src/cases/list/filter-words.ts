import { DANGER_LIST, type Facet, fieldOfFacet, KINDS, type Kind, listOfField } from '@dayaq/domain';
import { LEVELS } from '../../look/DangerLevel.tsx';
import { areaLabel, codeLabel, fieldLabel } from '../../fields/labels.ts';
import { memberName, type Room } from '../room.ts';

const CASE: Kind = KINDS.case;

function facetOf(name: string): Facet | undefined {
  return CASE.card?.facets?.find((facet) => facet.name === name);
}

/** The code list that names a filter's codes, where one does. */
export function listOfFilter(name: string): string | undefined {
  if (name === 'danger') return DANGER_LIST;
  const facet = facetOf(name);
  return facet === undefined ? undefined : listOfField(fieldOfFacet(CASE, facet));
}

/** What a filter is called in the dialog: in the list's own words, else as its field. */
export function filterName({ translator }: Pick<Room, 'translator'>, name: string): string {
  const { t } = translator;
  switch (name) {
    case 'status':
      return t('cases.filters.status');
    case 'danger':
      return t('cases.filters.danger');
    case 'owner':
      return t('cases.filters.owner');
    case 'violation':
      return t('cases.filters.violation');
    case 'population':
      return t('cases.filters.population');
    case 'area':
      return t('cases.filters.area');
    case 'qualification':
      return t('cases.filters.qualification');
    case 'outcome':
      return t('cases.filters.outcome');
    case 'channel':
      return t('cases.filters.channel');
    case 'restricted':
      return t('cases.filters.restricted');
    case 'conflict':
      return t('cases.filters.conflict');
    case 'silent':
      return t('cases.filters.silent');
    default: {
      const facet = facetOf(name);
      return facet === undefined ? name : fieldLabel(translator, facet.of ?? CASE.kind, facet.field);
    }
  }
}

/** One code of a filter in words that stand alone, as on a chip. */
export function filterCodeText(room: Room, name: string, code: string): string {
  const { translator } = room;
  if (name === 'owner') return code === room.me ? translator.t('cases.filters.mine') : memberName(room, code);
  if (name === 'area') return areaLabel(translator, code);
  if (name === 'restricted') return translator.t('cases.list.restricted');
  if (name === 'silent') return translator.t('cases.list.silent');
  if (name === 'conflict') return translator.t('cases.list.conflict');
  if (name === 'qualification')
    return translator.t('cases.filters.qualified', { answer: codeLabel(translator, 'qualification', code) });
  if (name === 'danger') {
    const level = LEVELS.find((one) => one === code);
    return level === undefined ? code : translator.t(`safety.level.${level}`);
  }
  const list = listOfFilter(name);
  return list === undefined ? code : codeLabel(translator, list, code);
}
