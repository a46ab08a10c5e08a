import { Worker } from 'node:worker_threads';
import type { OfficialDocument } from '../document/document.ts';

/** Drawing makes much garbage and keeps little: a small young generation holds the peak of memory down and costs no time. */
const YOUNG_MB = 16;

/**
 * Draws a PDF in a thread of its own, so that a long one neither stops those who wait for other pages nor makes the process grow.
 *
 * @throws whatever drawing threw
 */
export function renderPdfApart(document: OfficialDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: document,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.once('message', (bytes: Uint8Array) => resolve(bytes));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`luồng lập PDF dừng giữa chừng (mã ${code}): hãy thử lại`)));
  });
}
