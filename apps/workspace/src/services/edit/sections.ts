import { ADMISSION_FIELDS, WEEKDAY_FIELDS } from '@dayaq/domain';

/** Headings that take no arguments. */
type SectionTitle =
  | 'services.ours'
  | 'services.admission.title'
  | 'services.hours.title'
  | 'services.capacity.title'
  | 'services.event.act'
  | `services.form.${'what' | 'reach' | 'where' | 'demands' | 'checked'}`;

/** A part of a form: its heading and the fields that it asks. */
export interface Section {
  title: SectionTitle;
  fields: readonly string[];
  /** What never leaves the directory: it stands apart. */
  ours?: true;
  /** Many short questions with the same answers, as a table. */
  grid?: readonly string[];
}

/** The forms of the directory's kinds. The first part is open from the start, the others one opens. */
export const SECTIONS: Readonly<Record<string, readonly Section[]>> = {
  provider: [
    { title: 'services.form.what', fields: ['name', 'type', 'about'] },
    { title: 'services.form.reach', fields: ['frontGate', 'website', 'email', 'alternateNames'] },
    {
      title: 'services.ours',
      fields: ['trust', 'vettedHow', 'vettedBy', 'vettedOn', 'reportsTo', 'reportsNote', 'confidentialNote'],
      ours: true,
    },
  ],
  service: [
    { title: 'services.form.what', fields: ['name', 'serves', 'about', 'reach', 'locations'] },
    {
      title: 'services.admission.title',
      grid: Object.values(ADMISSION_FIELDS),
      fields: ['sonsUpTo', 'ageFrom', 'ageTo'],
    },
    {
      title: 'services.form.demands',
      fields: ['howToCome', 'demandsPapers', 'papers', 'cost', 'costNote', 'languages'],
    },
    { title: 'services.form.checked', fields: ['verified', 'verifiedBy', 'verifiedHow'] },
    { title: 'services.ours', fields: ['admissionNote', 'confidentialNote'], ours: true },
  ],
  location: [
    { title: 'services.form.where', fields: ['name', 'area', 'frontGate', 'transport', 'access'] },
    { title: 'services.ours', fields: ['hidden', 'address', 'confidentialNote'], ours: true },
  ],
  schedule: [
    {
      title: 'services.hours.title',
      fields: [
        'what',
        'roundTheClock',
        ...WEEKDAY_FIELDS,
        'period',
        'everyYear',
        'why',
        'service',
        'location',
      ],
    },
    { title: 'services.ours', fields: ['note'], ours: true },
  ],
  capacity: [
    {
      title: 'services.capacity.title',
      fields: ['service', 'number', 'unit', 'free', 'date', 'source', 'location'],
    },
    { title: 'services.ours', fields: ['note'], ours: true },
  ],
  'service-event': [
    {
      title: 'services.event.act',
      fields: ['type', 'service', 'date', 'why', 'groups', 'caseReference', 'words'],
    },
  ],
};
