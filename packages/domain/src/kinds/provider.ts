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
import type { Kind } from '../kind.ts';

/**
 * An organisation of the directory, and the head of its dossier. What it is may be released after review; what we
 * think of it, and whom it tells, never.
 */
export const PROVIDER: Kind = {
  kind: 'provider',
  level: 'root',
  title: ['name'],
  listed: true,
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
};
