import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as domain from './index.ts';

const LIST = z.array(z.string());

/** Every list of words that the ledger, the API and the desk share. */
const LISTS = Object.entries(domain).flatMap(([name, value]) => {
  const list = LIST.safeParse(value);
  return /^[A-Z_]+$/.test(name) && list.success ? [[name, list.data] as const] : [];
});

describe('the vocabulary', () => {
  it('has its lists', () => {
    const names = LISTS.map(([name]) => name);
    for (const name of ['SECTORS', 'CHANNELS', 'VERDICTS', 'SIGNAL_KINDS', 'ROLES', 'CASE_STATES', 'FLAG_STATES'])
      expect(names).toContain(name);
  });

  it.each(LISTS)('%s holds words, each once', (_, words) => {
    expect(words.length).toBeGreaterThan(1);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toMatch(/^[a-z]+(-[a-z]+)*$/i);
  });

  it.each([
    [domain.sectorSchema, domain.SECTORS],
    [domain.channelSchema, domain.CHANNELS],
    [domain.verdictSchema, domain.VERDICTS],
    [domain.signalKindSchema, domain.SIGNAL_KINDS],
    [domain.outletOutcomeSchema, domain.OUTLET_OUTCOMES],
    [domain.sourceKindSchema, domain.SOURCE_KINDS],
    [domain.languageSchema, [...domain.LANGUAGES, 'und']],
    [domain.roleSchema, domain.ROLES],
    [domain.caseStateSchema, domain.CASE_STATES],
    [domain.flagStateSchema, domain.FLAG_STATES],
    [domain.originSchema, ['domestic', 'foreign']],
    [domain.basisSchema, ['law', 'internal']],
  ] as const)('%# takes its words and no other', (schema: z.ZodType, words: readonly string[]) => {
    for (const word of words) expect(schema.safeParse(word).success, word).toBe(true);
    for (const other of ['', 'x', 'Law', null]) expect(schema.safeParse(other).success).toBe(false);
  });
});
