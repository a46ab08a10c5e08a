import { type PressItem, pressItemSchema } from '@lamro/domain';
import { createStoryIndex, type StoryAssignment, type StoryIndex, type StoryIndexOptions } from './story-index.ts';

export type StoryLine = { readonly id: string } & StoryAssignment;

/**
 * The command `stories`: one article in, its story out, in order of arrival; each line sees those before it.
 *
 * @example const line = createStoriesLine(); line({ id: 'a', title: '...', text: '...' }) // { id, story, duplicateOf, score }
 * @throws ZodError when a value is not an article
 */
export function createStoriesLine(
  options: StoryIndexOptions = {},
  index: StoryIndex = createStoryIndex(options),
): (value: unknown) => StoryLine {
  return (value) => {
    const item: PressItem = pressItemSchema.parse(value);
    return { id: item.id, ...index.assign(item) };
  };
}
