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

/**
 * An organisation of the directory, and the head of its dossier. What it is may be released after review; what we
 * think of it, and whom it tells, never.
 */
export const PROVIDER = defineKind({
  kind: 'provider',
  level: 'root',
  title: ['name'],
  card: {
    line: ['about'],
    orders: [
      { by: 'title', descending: false },
      { by: 'updated', descending: true },
    ],
    facets: [
      { name: 'state', field: 'state' },
      { name: 'type', field: 'type' },
      { name: 'trust', field: 'trust' },
      facetOf('need', SERVICE, 'serves'),
      facetOf('area', LOCATION, 'area'),
    ],
  },
  listed: true,
  groups: {
    what: ['name', 'type', 'about'],
    reach: ['frontGate', 'website', 'email', 'alternateNames'],
    ours: ['trust', 'vettedHow', 'vettedBy', 'vettedOn', 'reportsTo', 'reportsNote', 'confidentialNote'],
  },
  fields: [
    ordinary('name', line(160), { required: true }),
    // One a line: what people call it, and its name in other languages.
    ordinary('alternateNames', lines(1000)),
    ...withOther(ordinary('type', code('provider-types'), counted)),
    ordinary('about', lines(4000)),
    ordinary('website', line(300)),
    ordinary('email', line(160)),
    // How a stranger may ask for help: a number, an account, a door that may be known.
    ordinary('frontGate', line(300)),
    ordinary('state', code('provider-states'), counted),
    sensitive('trust', code('trust-levels'), internal),
    sensitive('vettedHow', lines(2000), internal),
    ordinary('vettedBy', MEMBER, internal),
    ordinary('vettedOn', DATE, internal),
    ...withOther(sensitive('reportsTo', codes('reporting'), internal)),
    sensitive('reportsNote', lines(2000), internal),
    sensitive('confidentialNote', lines(4000), internal),
  ],
});
