import { parentPort, workerData } from 'node:worker_threads';
import type { OfficialDocument } from '../document/document.ts';
import { renderPdf } from './pdf.ts';

// Given by `renderPdfApart` of this package alone; structured clones carry no types.
const document: OfficialDocument = workerData;
parentPort?.postMessage(await renderPdf(document));
