import { Worker } from 'node:worker_threads';
import type { OfficialDocument } from '../document/document.ts';
import type { DrawnFormat } from '../draw.ts';

export interface ApartJob {
  readonly document: OfficialDocument;
  readonly format: DrawnFormat;
}

/** Drawing makes much garbage and keeps little: a small young generation holds the peak of memory down and costs no time. */
const YOUNG_MB = 16;
/** Shorter ones are drawn sooner than a thread starts. */
const LONG = 200;

/** Whether a document has so many parts that drawing it would hold up everybody else. */
export function isLong({ body, annexes }: OfficialDocument): boolean {
  const blocks = [...body, ...annexes.flatMap((annex) => annex.blocks)];
  return blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 1), 0) > LONG;
}

/**
 * Draws a document in a thread of its own, so that a long one neither stops those who wait for other pages nor makes the process
 * grow.
 *
 * @throws whatever drawing threw
 */
export function drawApart(document: OfficialDocument, format: DrawnFormat): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const job: ApartJob = { document, format };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: job,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.once('message', (bytes: Uint8Array) => resolve(bytes));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`luồng lập tệp dừng giữa chừng (mã ${code}): hãy thử lại`)));
  });
}
