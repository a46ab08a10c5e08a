import { parentPort, workerData } from 'node:worker_threads';
import { drawDocument } from '../draw.ts';
import type { ApartJob } from './apart.ts';

// Given by `drawApart` of this package alone; structured clones carry no types.
const { document, format }: ApartJob = workerData;
parentPort?.postMessage(await drawDocument(document, format));
