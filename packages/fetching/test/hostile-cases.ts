import type { HostileCase } from './hostile-answers.ts';
import { contentCases } from './hostile-content.ts';
import { wireCases } from './hostile-wire.ts';

/** Ways in which a server can misbehave, each with the one typed failure that it may cost. */
export const hostileCases: readonly HostileCase[] = [...wireCases, ...contentCases];
