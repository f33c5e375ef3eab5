import { readFile } from 'node:fs/promises';
import { validateXML } from 'xmllint-wasm';

const SCHEMA = new URL('../schema/', import.meta.url);
const file = async (fileName: string) => ({
  fileName,
  contents: await readFile(new URL(fileName, SCHEMA), 'utf8'),
});

/** What libxml2 finds wrong with a file by the official schema of IATI 2.03; empty where it is valid. */
export async function problemsBySchema(xml: string): Promise<readonly string[]> {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'activities.xml', contents: xml }],
    schema: [await file('iati-activities-schema.xsd')],
    preload: [await file('iati-common.xsd'), await file('xml.xsd')],
  });
  const said = errors.map(({ message }) => message);
  return valid || said.length > 0 ? said : ['it was not looked at'];
}
