import type { QuestionType } from '@dayaq/domain/survey';

/** Questions that are asked of the device and not of the person: never, whatever a form says. */
const METADATA = new Set([
  'start',
  'end',
  'today',
  'deviceid',
  'phonenumber',
  'simserial',
  'subscriberid',
  'username',
  'email',
  'audit',
  'startgeopoint',
  'backgroundaudio',
  'backgroundgeopoint',
  'caseid',
  'enumeratorid',
]);
/** What XLSForm knows and a page that must tell nothing of a place, a time of day or a device does not ask. */
const UNSUPPORTED = new Set([
  'geopoint',
  'geotrace',
  'geoshape',
  'barcode',
  'image',
  'photo',
  'audio',
  'video',
  'file',
  'time',
  'datetime',
  'acknowledge',
  'trigger',
  'rank',
  'hidden',
  'xmlexternal',
  'csvexternal',
  'selectonefromfile',
  'selectmultiplefromfile',
  'selectoneexternal',
]);
const PLAIN: Readonly<Record<string, QuestionType>> = {
  text: 'text',
  string: 'text',
  integer: 'integer',
  int: 'integer',
  range: 'integer',
  decimal: 'decimal',
  date: 'date',
  note: 'note',
  calculate: 'calculate',
};

export type RowType =
  | { readonly is: 'question'; readonly type: QuestionType }
  | { readonly is: 'choice'; readonly type: 'one' | 'many'; readonly list: string; readonly other: boolean }
  | { readonly is: 'begin'; readonly repeats: boolean }
  | { readonly is: 'end'; readonly repeats: boolean }
  | { readonly is: 'metadata' }
  | { readonly is: 'unsupported' }
  | { readonly is: 'unknown' };

/** What a cell of the column `type` asks for. */
export function rowType(cell: string): RowType {
  const said = cell.trim().replace(/\s+/g, ' ');
  const folded = said.toLowerCase().replace(/[ _-]/g, '');
  const group = /^(begin|end)(group|repeat|looping|lgroup)$/.exec(folded);
  if (group !== null) return { is: group[1] as 'begin' | 'end', repeats: group[2] === 'repeat' };
  if (METADATA.has(folded) || /^uri:/i.test(said)) return { is: 'metadata' };
  const [first = ''] = said.toLowerCase().split(' ');
  if (UNSUPPORTED.has(folded) || UNSUPPORTED.has(first.replace(/[_-]/g, ''))) return { is: 'unsupported' };
  const choice =
    /^(select[ _]?one|select1|select[ _]?multiple|select all that apply)(?: from)? (\S+?)( (?:or[ _]other|or specify other))?$/i.exec(
      said,
    );
  if (choice !== null)
    return {
      is: 'choice',
      type: /multiple|all/i.test(choice[1] ?? '') ? 'many' : 'one',
      list: choice[2] ?? '',
      other: choice[3] !== undefined,
    };
  const type = Object.hasOwn(PLAIN, folded) ? PLAIN[folded] : undefined;
  return type === undefined ? { is: 'unknown' } : { is: 'question', type };
}
