import type { Change, FieldOp, Id, RecordView, Value } from '@dayaq/vault/client';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OpenCase } from '../../cases/detail/open-case.ts';
import type { ClockTime } from '../clock.ts';

/** The provider on the page, and what can be done with it. */
export interface OpenProvider extends OpenCase {
  now: ClockTime;
  /** "Something happened there", about one service or the whole provider. */
  recordEvent(service: Id | null): void;
  /** Names those who may open it: the address of a hidden place is for few. */
  restrict(): void;
}

export const OpenProviderContext = createContext<OpenProvider | null>(null);

/** The provider that the surrounding page shows. */
export function useOpenProvider(): OpenProvider {
  const open = useContext(OpenProviderContext);
  if (open === null) throw new Error('this part stands only inside an open provider');
  return open;
}

/** Sets fields of a record, and the change that sets them back. */
export function setFields(
  record: RecordView,
  values: Readonly<Record<string, Value>>,
): { there: Change; back: Change } {
  const { kind, id } = record;
  const ops = (of: (name: string) => Value): Record<string, FieldOp> =>
    Object.fromEntries(Object.keys(values).map((name) => [name, { set: of(name) }]));
  return {
    there: { kind, record: id, fields: ops((name) => values[name] ?? null) },
    back: { kind, record: id, fields: ops((name) => record.fields[name]?.value ?? null) },
  };
}
