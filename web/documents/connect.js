// @ts-check
// The page's documents: printed by the browser, or downloaded for a word processor. The writers are loaded when they
// are first used; the service worker has them, so this works without a network.

import { download } from '../files.js';
import { print_sheet } from '../paper.js';

const docx_type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** @param {import('../page.js').Page} page */
export function connect_documents(page) {
  /** @param {() => Promise<void>} work */
  const carry_out = (work) =>
    work().catch(() => {
      page.bridge.event({ kind: 'documentFailed' });
      page.frame_now();
    });
  page.on('printDocument', (effect) =>
    carry_out(async () => {
      const { document_node } = await import('./html.js');
      print_sheet(document_node(JSON.parse(effect.document)));
    }),
  );
  page.on('downloadDocx', (effect) =>
    carry_out(async () => {
      const { document_docx } = await import('./docx.js');
      const bytes = await document_docx(JSON.parse(effect.document));
      download(effect.name, new Blob([bytes], { type: docx_type }));
      page.bridge.event({ kind: 'documentDownloaded', text: effect.name });
      page.frame_now();
    }),
  );
}
