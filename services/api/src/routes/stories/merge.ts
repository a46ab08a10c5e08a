import type { Actor } from '@lamro/access';
import { lockStories, mergeStory } from '@lamro/database';
import { callWords } from '@lamro/wording';
import { noted } from '../../command/noted.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { CallRefused } from '../../problem/problem.ts';

/**
 * Merges a story into another.
 *
 * @throws CallRefused `not-found` where one of them is none of the province's or merged already
 */
export function mergeInto(parts: ApiParts, actor: Actor, storyId: string, into: string): Promise<{ storyId: string }> {
  if (storyId === into) throw new CallRefused('invalid-input', callWords.mergeIntoItself);
  const { profile, id: by } = actor;
  return noted(parts, actor, { action: 'merge-story', objectKind: 'story', objectId: storyId }, async (db, at) => {
    if ((await lockStories(db, profile, [storyId, into])).length !== 2) throw new CallRefused('not-found');
    await mergeStory(db, { profile, storyId, into, by, at });
    return { storyId: into };
  });
}
