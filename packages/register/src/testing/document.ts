import { strToU8, zipSync } from 'fflate';

/** A cell of a table in a Word file: its words, a paragraph a line, and how it is merged. */
export interface DocumentCell {
  words: string;
  span?: number;
  down?: 'begins' | 'goes-on';
  /** XML behind the words. */
  more?: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const paragraph = (words: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r></w:p>`;

function cellXml(cell: string | DocumentCell): string {
  const { words, span, down, more = '' } = typeof cell === 'string' ? { words: cell } : cell;
  const merged = down === undefined ? '' : down === 'begins' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const wide = span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`;
  const inside = words.split('\n').map(paragraph).join('');
  return `<w:tc><w:tcPr>${wide}${merged}</w:tcPr>${inside}${more}</w:tc>`;
}

/** A table as a Word file has it. */
export const tableXml = (rows: readonly (readonly (string | DocumentCell)[])[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.map(cellXml).join('')}</w:tr>`).join('')}</w:tbl>`;

/** A Word file with this body. */
export const wordFile = (body: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync({
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
    }),
  );
