import type { TaskRow } from '@dayaq/vault/client';

/** A thing to do that nobody holds, as the vault lists it. */
export function aTask(told: Partial<TaskRow>): TaskRow {
  return {
    record: 't',
    dossier: 'd',
    space: 's',
    case: { reference: 'K7-Q2M', alias: 'Lalə', status: 'new', summary: '', violations: [] },
    what: '',
    due: '',
    opens: '',
    owner: '',
    rule: '',
    about: '',
    kind: '',
    told: {},
    reach: {},
    taken: null,
    estimated: false,
    checkWithLawyer: false,
    reachInDoubt: false,
    danger: '',
    restricted: false,
    ...told,
  };
}
