import { loadCalendar, loadProfile } from '@lamro/profiles';
import { describe, expect, it } from 'vitest';
import { citationsFor } from '../procedure/procedure.ts';
import { procedureOf } from '../procedure/profile-procedure.ts';
import { routeOfFlag, routeQueryOf } from './route-flags.ts';

const flag = { origin: 'domestic', openedAt: new Date('2026-11-23T02:00:00Z') } as const;
const judged = (sectors: readonly unknown[], places: readonly unknown[] = []) => ({ sectors, places, title: 'Tin' });

describe('routeQueryOf', () => {
  it('asks about the sectors that are not beside the point, and about the places', () => {
    const sectors = [
      { id: 'health', score: 0.5 },
      { id: 'tourism', score: 0.3 },
      { id: 'justice', score: 0.29 },
    ];
    expect(routeQueryOf(flag, judged(sectors, [{ code: '13000', name: 'Xã', asOf: '2026-01-01' }]))).toEqual({
      at: '2026-11-23T02:00:00.000Z',
      origin: 'domestic',
      sectors: ['health', 'tourism'],
      places: ['13000'],
    });
  });

  it('asks about nothing where nothing was judged, or in a shape that nobody knows', () => {
    for (const judgement of [null, judged([{ id: 'gossip', score: 1 }])])
      expect(routeQueryOf({ ...flag, origin: 'foreign' }, judgement)).toEqual({
        at: '2026-11-23T02:00:00.000Z',
        origin: 'foreign',
        sectors: [],
        places: [],
      });
  });
});

describe('routeOfFlag', () => {
  const procedure = procedureOf(loadProfile('thai-binh'), loadCalendar());

  it('leads to an agency of the province, by its clauses', () => {
    const route = routeOfFlag(procedure, flag, judged([{ id: 'health', score: 0.5 }]));
    expect(route?.lead).toBe('so-y-te');
    if (route === null) return;
    const lead = citationsFor(route, 'lead');
    expect(lead.length).toBeGreaterThan(0);
    expect(lead).toEqual(route.citations.filter((citation) => citation.for === 'lead'));
    expect(citationsFor(route, 'nothing')).toEqual([]);
  });

  it('is a matter for a person where no regulation was in force', () => {
    const before = { ...flag, openedAt: new Date('1990-01-01T00:00:00Z') };
    expect(routeOfFlag(procedure, before, judged([{ id: 'health', score: 0.5 }]))).toBeNull();
  });
});
