import { LANGUAGES } from '@lamro/domain';
import { expect, it } from 'vitest';
import { readAhead } from './read-ahead.ts';

it('reads something of every language, and ends at once when the process does', async () => {
  let steps = 0;
  await readAhead(() => {
    steps += 1;
    return false;
  });
  expect(steps).toBeGreaterThanOrEqual(LANGUAGES.length);
  let more = 0;
  await readAhead(() => {
    more += 1;
    return more === 3;
  });
  expect(more).toBe(3);
});

it('lets others go first between two lexicons', async () => {
  const order: string[] = [];
  const reading = readAhead(() => {
    order.push('lexicon');
    return order.filter((one) => one === 'lexicon').length === 2;
  });
  setImmediate(() => order.push('job'));
  await reading;
  expect(order.indexOf('job')).toBeLessThan(order.lastIndexOf('lexicon'));
});
