import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Content } from './content.ts';
import { readOffice } from './office.ts';
import { readPdf } from './pdf.ts';

const task = z.strictObject({ bytes: z.instanceof(Uint8Array), kind: z.enum(['pdf', 'docx', 'xlsx']) });

/** Runs in a thread of its own, so that a file made to hang or to fill memory ends the thread and nothing else. */
const { bytes, kind } = task.parse(workerData);
const answer: Content = await (kind === 'pdf' ? readPdf(bytes) : readOffice(bytes, kind));
parentPort?.postMessage(answer);
