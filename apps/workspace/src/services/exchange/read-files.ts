import { packOf } from '@dayaq/domain';
import { HSDS_LIMITS, type HsdsImport, importHsdsCsv, importHsdsJson } from '@dayaq/domain/hsds';
import type { Translator } from '@dayaq/locale';
import { foldForIndex } from '@dayaq/locale/fold';
import { areaLabel } from '../../fields/labels.ts';

/** UTF-8 spends at most so many bytes on a character: more bytes than that are too many characters for sure. */
const BYTES_A_CHARACTER = 4;

const refuse = (code: 'too-large' | 'no-directory'): HsdsImport => ({
  records: [],
  report: [{ where: '', what: '', code }],
  refused: true,
});

/** Reads what somebody chose: one JSON document, or the CSV files of a datapackage. Nothing is saved. */
export async function readFiles(
  files: readonly File[],
  translator: Translator,
  country: string,
): Promise<HsdsImport> {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  if (bytes > HSDS_LIMITS.characters * BYTES_A_CHARACTER) return refuse('too-large');
  const options = { areaByName: areasByName(translator, country) };
  const [first] = files;
  if (first === undefined) return refuse('no-directory');
  const isJson = (file: File): boolean =>
    /\.json$/i.test(file.name) && !/datapackage\.json$/i.test(file.name);
  if (files.length === 1 && (isJson(first) || !/\.csv$/i.test(first.name)))
    return importHsdsJson(await first.text(), options);
  const texts = await Promise.all(files.map(async (file) => [file.name, await file.text()] as const));
  return importHsdsCsv(Object.fromEntries(texts), options);
}

/** Finds districts by the name that they have in the reader's language, or by their code's. */
function areasByName(translator: Translator, country: string): (name: string) => string | undefined {
  const known = new Map<string, string>();
  for (const { code } of packOf(country)?.areas ?? []) {
    for (const name of [areaLabel(translator, code), code.slice(country.length + 1)])
      for (const sound of foldForIndex(name).split(' ')) if (sound.length > 2) known.set(sound, code);
  }
  return (name) => {
    const sounds = foldForIndex(name).split(' ');
    return sounds.map((sound) => known.get(sound)).find((code) => code !== undefined);
  };
}
