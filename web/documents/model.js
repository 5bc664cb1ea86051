// @ts-check
// A document as the module gives it: core/exchange/document.h.

/**
 * @typedef {{type: 'letterhead', parent: string, unit: string, number: string, subject: string, nation: string, motto: string, dateline: string}} Letterhead
 * @typedef {{type: 'paragraph', style: 'addressee' | 'title' | 'subject' | 'remark' | 'section' | 'body' | 'item', text: string}} Paragraph
 * @typedef {{heading: string, width: number, centred: boolean}} Column
 * @typedef {{type: 'table', columns: Column[], rows: string[][], statement: string}} Table
 * @typedef {{heading: string, title: string, name: string}} Signature
 * @typedef {{type: 'closing', recipients_heading: string, recipients: string[], left?: Signature, right: Signature}} Closing
 * @typedef {{lines: {label: string, digits: string}[], qr: string, note: string}} Proof
 * @typedef {Letterhead | Paragraph | Table | Closing} Block
 * @typedef {object} Document
 * @property {string} kind
 * @property {string} name
 * @property {boolean} landscape
 * @property {Block[]} blocks
 * @property {string} draft what stands across a draft, else empty
 * @property {string} draft_reason
 * @property {Proof} [proof]
 */

export {};
