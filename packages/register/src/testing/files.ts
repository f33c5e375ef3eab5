import { readColumns, type Table } from '../columns.ts';
import { openRegister } from '../register.ts';
import type { Read } from '../table.ts';

export function expectRead<T>(read: Read<T>): T {
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.refusal)}`);
  return read.value;
}

/** The table of a file's first sheet. */
export function table(file: string | Uint8Array): Table {
  const register = expectRead(openRegister(typeof file === 'string' ? new TextEncoder().encode(file) : file));
  return expectRead(readColumns(expectRead(register.read(register.sheets[0] ?? ''))));
}

/** Text in an encoding that the platform only reads. `bytes`: each sign is one. */
export function latin(
  text: string,
  encoding: 'windows-1251' | 'windows-1254' | 'utf-16le' | 'bytes',
): Uint8Array {
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (encoding === 'bytes') return new Uint8Array(Buffer.from(text, 'latin1'));
  const decoder = new TextDecoder(encoding);
  const known = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte] as const),
  );
  return new Uint8Array(
    [...text].map((sign) => {
      const byte = known.get(sign);
      if (byte === undefined) throw new Error(`${encoding} has no ${sign}`);
      return byte;
    }),
  );
}
