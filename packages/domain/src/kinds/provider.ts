import {
  code,
  codes,
  counted,
  DATE,
  internal,
  line,
  lines,
  MEMBER,
  ordinary,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind, facetOf } from '../kind.ts';
import { LOCATION } from './location.ts';
import { SERVICE } from './service.ts';

/** Its name in each language; `name` is what it is called where none stands. */
export const NAME_IN = { az: 'nameAz', ru: 'nameRu', en: 'nameEn', tg: 'nameTg' } as const;

/**
 * An organisation of the directory, an institution that we deal with or both: promises, talks, matters and barriers lead here.
 * It heads its dossier. What it is may be released after review; what we think of it, and whom it tells, never.
 */
export const PROVIDER = defineKind({
  kind: 'provider',
  level: 'root',
  title: ['name'],
  titleIn: NAME_IN,
  card: {
    line: ['about'],
    orders: [
      { by: 'title', descending: false },
      { by: 'day', descending: false },
      { by: 'updated', descending: true },
    ],
    rules: ['offers'],
    facets: [
      { name: 'state', field: 'state', by: 'offers' },
      { name: 'type', field: 'type' },
      { name: 'trust', field: 'trust' },
      facetOf('need', SERVICE, 'serves'),
      facetOf('area', LOCATION, 'area'),
    ],
  },
  listed: true,
  groups: {
    what: ['name', 'type', 'about'],
    names: [...Object.values(NAME_IN), 'alternateNames'],
    reach: ['frontGate', 'website', 'email'],
    ours: ['trust', 'vettedHow', 'vettedBy', 'vettedOn', 'reportsTo', 'reportsNote', 'confidentialNote'],
  },
  fields: [
    ordinary('name', line(160), { required: true }),
    ...Object.values(NAME_IN).map((name) => ordinary(name, line(160))),
    // One a line: what people call it.
    ordinary('alternateNames', lines(1000)),
    ...withOther(ordinary('type', code('provider-types'), counted)),
    ordinary('about', lines(4000)),
    ordinary('website', line(300)),
    ordinary('email', line(160)),
    // How a stranger may ask for help: a number, an account, a door that may be known.
    ordinary('frontGate', line(300)),
    ordinary('state', code('provider-states'), { ...counted, joins: ['active', 'paused', 'ended'] }),
    sensitive('trust', code('trust-levels'), {
      ...internal,
      joins: ['vetted', 'known', 'not-known', 'doubtful', 'harmful'],
    }),
    sensitive('vettedHow', lines(2000), internal),
    ordinary('vettedBy', MEMBER, internal),
    ordinary('vettedOn', DATE, internal),
    ...withOther(sensitive('reportsTo', codes('reporting'), { ...internal, joins: 'most' })),
    sensitive('reportsNote', lines(2000), internal),
    sensitive('confidentialNote', lines(4000), internal),
  ],
});
