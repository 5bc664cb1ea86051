// @ts-check
// Excel files for tests, sound and hostile, as small as they can be.
import { strToU8, zipSync } from 'fflate';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @param {number} index @returns {string} «A» for 0 */
const letters = (index) => (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** @param {string} rows XML of the rows */
export function workbook(rows) {
  const part = (/** @type {string} */ text) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': part('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      '_rels/.rels': part(
        `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': part(
        `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Trang 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': part(
        `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': part(`<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`),
    }),
  );
}

/** @param {string[][]} rows */
export function xlsx(rows) {
  const cell = (/** @type {string} */ text, /** @type {string} */ place) =>
    text === '' ? '' : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  return workbook(
    rows
      .map((row, i) => `<row r="${i + 1}">${row.map((text, j) => cell(text, `${letters(j)}${i + 1}`)).join('')}</row>`)
      .join(''),
  );
}

/** What must not be opened, and why not. @type {Record<string, {bytes: () => Buffer, code: string}>} */
export const hostile_sheets = {
  'no archive': { bytes: () => Buffer.from('đây không phải tệp Excel'), code: 'sheet_not_zip' },
  'cut short': { bytes: () => xlsx([['1.2.3.4']]).subarray(0, 400), code: 'sheet_not_zip' },
  'an archive without a sheet': { bytes: () => Buffer.from(zipSync({ 'a.txt': strToU8('1.2.3.4') })), code: 'sheet_none' },
  'a quarter of a gigabyte in a few kilobytes': {
    bytes: () => Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(256 * 1024 * 1024) }, { level: 9 })),
    code: 'sheet_too_large',
  },
  'two cells at the far ends of the sheet': {
    bytes: () => workbook('<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    code: 'sheet_too_large',
  },
  'the same without saying where they are': {
    bytes: () => workbook(`<row>${'<c/>'.repeat(16000)}</row>${'<row/>'.repeat(16000)}<row><c><v>1</v></c></row>`),
    code: 'sheet_too_large',
  },
  'a place that is none': { bytes: () => workbook('<row r="1"><c r="&#65;1"><v>1</v></c></row>'), code: 'sheet_broken' },
  'a sheet that breaks off': { bytes: () => workbook('<row r="1"><c r="A1"'), code: 'sheet_broken' },
};
