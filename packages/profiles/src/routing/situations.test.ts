import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routeQuerySchema } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shortClause } from '../clause/clause.ts';
import { QueryError } from '../problem/problem.ts';
import { loadProfile, PROFILE_IDS } from '../profile/load.ts';
import { route } from './route.ts';

const situationSchema = z.strictObject({
  name: z.string(),
  ask: routeQuerySchema,
  expect: z
    .strictObject({
      lead: z.string().nullable(),
      dossier: z.string().nullable(),
      coordinate: z.array(z.string()),
      notify: z.array(z.string()),
      monitor: z.array(z.string()),
      basis: z.enum(['law', 'internal']),
      cites: z.array(z.string()),
      why: z.string().optional(),
    })
    .optional(),
  error: z.string().optional(),
});

function situationsOf(id: string): z.infer<typeof situationSchema>[] {
  const text = readFileSync(join(import.meta.dirname, 'situations', `${id}.ndjson`), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => situationSchema.parse(JSON.parse(line)));
}

describe.each(PROFILE_IDS)('situations of %s', (id) => {
  const profile = loadProfile(id);
  const situations = situationsOf(id);

  it('states at least forty, each once', () => {
    expect(situations.length).toBeGreaterThanOrEqual(40);
    expect(new Set(situations.map((situation) => JSON.stringify(situation.ask))).size).toBe(situations.length);
  });

  it.each(situations.map((situation) => [situation.name, situation] as const))('%s', (_name, situation) => {
    if (situation.error !== undefined) {
      const ask = (): unknown => route(profile, situation.ask);
      expect(ask).toThrow(QueryError);
      expect(ask).toThrow(new RegExp(situation.error, 'u'));
      return;
    }
    expect(situation.expect).toBeDefined();
    if (situation.expect === undefined) return;
    const { cites, why, ...agencies } = situation.expect;
    const answer = route(profile, situation.ask);
    expect(answer).toMatchObject(agencies);
    expect(answer.citations.map((citation) => `${citation.for} ${shortClause(citation)}`)).toEqual(
      expect.arrayContaining(cites),
    );
    if (why !== undefined) expect(answer.why).toMatch(new RegExp(why, 'u'));
  });
});
