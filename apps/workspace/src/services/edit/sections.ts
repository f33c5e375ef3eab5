import { ADMISSION_FIELDS, kindOf } from '@dayaq/domain';

/** Headings that take no arguments. */
type SectionTitle =
  | 'services.ours'
  | 'services.admission.title'
  | 'services.hours.title'
  | 'services.capacity.title'
  | 'services.event.act'
  | `services.form.${'what' | 'names' | 'reach' | 'where' | 'demands' | 'means' | 'checked'}`;

/** A part of a form: its heading and the fields that it asks. */
export interface Section {
  title: SectionTitle;
  fields: readonly string[];
  /** What never leaves the directory: it stands apart. */
  ours?: true;
  /** Many short questions with the same answers, as a table. */
  grid?: readonly string[];
}

/** What a group of fields of the directory's kinds is called. */
const TITLES: Readonly<Record<string, Omit<Section, 'fields'>>> = {
  what: { title: 'services.form.what' },
  names: { title: 'services.form.names' },
  reach: { title: 'services.form.reach' },
  where: { title: 'services.form.where' },
  demands: { title: 'services.form.demands' },
  means: { title: 'services.form.means' },
  checked: { title: 'services.form.checked' },
  admission: { title: 'services.admission.title', grid: Object.values(ADMISSION_FIELDS) },
  hours: { title: 'services.hours.title' },
  capacity: { title: 'services.capacity.title' },
  event: { title: 'services.event.act' },
  ours: { title: 'services.ours', ours: true },
};

/** The form of a kind of the directory in parts, as the kind groups its fields. The first is open from the start, the others one opens. */
export function sectionsOf(kind: string): Section[] {
  return Object.entries(kindOf(kind)?.groups ?? {}).flatMap(([group, fields]) => {
    const titled = TITLES[group];
    return titled === undefined ? [] : [{ ...titled, fields }];
  });
}
