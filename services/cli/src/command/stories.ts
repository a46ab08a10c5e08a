import { createRelevance, createStoriesLine } from '@lamro/analysis';
import type { PressItem } from '@lamro/domain';
import { loadGazetteer, PROFILE_IDS } from '@lamro/profiles';
import { readArguments } from '../line/arguments.ts';
import { mapLines } from '../line/lines.ts';
import type { Command } from './command.ts';

export const stories: Command = {
  usage: 'stories',
  summary: 'gom các bài {id,url,title,text} theo từng tin, theo thứ tự đến',
  run: (args, streams) => {
    readArguments(args, {});
    // Places let tellings in different languages meet; without a profile every province's gazetteer is asked.
    const finders = PROFILE_IDS.map((id) => createRelevance(loadGazetteer(id)));
    const placesOf = (item: PressItem) => finders.flatMap((find) => find(item).places.map((place) => place.code));
    return mapLines(streams, createStoriesLine({ placesOf }));
  },
};
