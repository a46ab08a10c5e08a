import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ROOT } from './site.ts';

const body = readFileSync(new URL('./public.css', import.meta.url), 'utf8');
const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);

/** The one style sheet of the public pages; its address changes with it, so that browsers may keep it. */
export const STYLE = { path: `${ROOT}/public.css`, href: `${ROOT}/public.css?v=${hash}`, body } as const;
