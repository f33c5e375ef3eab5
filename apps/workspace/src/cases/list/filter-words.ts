import { areaLabel, codeLabel } from '../../fields/labels.ts';
import { memberName, type Room } from '../room.ts';
import type { FilterName } from './filters.ts';

/** The code list that names a filter's codes, where one does. */
const LISTS: Readonly<Record<string, string>> = {
  status: 'statuses',
  violation: 'violation-types',
  population: 'populations',
  qualification: 'qualification',
  outcome: 'outcomes',
  channel: 'channels',
};

/** What a filter is called in the dialog. */
export function filterName({ translator: { t } }: Room, name: FilterName): string {
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
  }
}

/** One code of a filter in words that stand alone, as on a chip. */
export function filterCodeText(room: Room, name: string, code: string): string {
  const { translator } = room;
  if (name === 'owner') return code === room.me ? translator.t('cases.filters.mine') : memberName(room, code);
  if (name === 'area') return areaLabel(translator, code);
  if (name === 'restricted') return translator.t('cases.list.restricted');
  if (name === 'conflict') return translator.t('cases.list.conflict');
  if (name === 'qualification')
    return translator.t('cases.filters.qualified', { answer: codeLabel(translator, 'qualification', code) });
  if (name === 'danger')
    return translator.t('cases.filters.dangerIs', { level: codeLabel(translator, 'risk-levels', code) });
  const list = LISTS[name];
  return list === undefined ? code : codeLabel(translator, list, code);
}
