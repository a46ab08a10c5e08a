import { getEventListeners, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { deadline } from './deadline.ts';

describe('deadline', () => {
  it('ends after its time', async () => {
    const limit = deadline(new AbortController().signal, 1);
    await once(limit.signal, 'abort');
    expect(limit.passed()).toBe(true);
    expect(limit.signal.reason).toMatchObject({ name: 'TimeoutError' });
    limit.clear();
  });

  it('ends with its parent, which is not its time', () => {
    const parent = new AbortController();
    const limit = deadline(parent.signal, 60_000);
    parent.abort(new Error('enough'));
    expect(limit.signal.reason).toMatchObject({ message: 'enough' });
    expect(limit.passed()).toBe(false);
    limit.clear();
  });

  it('begins ended when its parent has', () => {
    const limit = deadline(AbortSignal.abort(new Error('late')), 60_000);
    expect(limit.signal.aborted).toBe(true);
    limit.clear();
  });

  it('never ends once it is cleared', async () => {
    const limit = deadline(new AbortController().signal, 1);
    limit.clear();
    const later = deadline(new AbortController().signal, 5);
    await once(later.signal, 'abort');
    later.clear();
    expect(limit.passed()).toBe(false);
    expect(limit.signal.aborted).toBe(false);
  });

  it('leaves nothing on its parent once it is cleared', () => {
    const parent = new AbortController();
    const limit = deadline(parent.signal, 60_000);
    expect(getEventListeners(parent.signal, 'abort')).toHaveLength(1);
    limit.clear();
    expect(getEventListeners(parent.signal, 'abort')).toHaveLength(0);
  });
});
