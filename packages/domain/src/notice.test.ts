import { describe, expect, it } from 'vitest';
import { NOTICE_TOPICS, noticeKindSchema, noticeTopicSchema, topicOf } from './notice.ts';

describe('notices', () => {
  it('have topics that people may choose, each with kinds of its own', () => {
    expect(noticeTopicSchema.options.toSorted()).toEqual(Object.keys(NOTICE_TOPICS).toSorted());
    const kinds = Object.values(NOTICE_TOPICS).flat();
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const [topic, own] of Object.entries(NOTICE_TOPICS)) {
      expect(own.length, topic).toBeGreaterThan(0);
      for (const kind of own) {
        expect(kind).toMatch(/^[a-z]+(-[a-z]+)+$/);
        expect(noticeKindSchema.parse(kind)).toBe(kind);
        expect(topicOf(kind)).toBe(topic);
      }
    }
  });

  it.each([
    ['case-assigned', 'assignment'],
    ['flag-raised', 'flag'],
    ['response-sent-back', 'sent-back'],
    ['chain-broken', 'integrity'],
    ['', null],
    ['assignment', null],
    ['of-an-earlier-release', null],
  ])('of kind %j belong to %j', (kind, topic) => {
    expect(topicOf(kind)).toBe(topic);
  });

  it('take no kind that nobody knows', () => {
    expect(noticeKindSchema.safeParse('flag').success).toBe(false);
    expect(noticeTopicSchema.safeParse('flag-raised').success).toBe(false);
  });
});
