import type { Shape } from '../locale/locale.ts';
import type { judgingVi } from './judging-vi.ts';

/** English words about judging articles anew. */
export const judgingEn: Shape<typeof judgingVi> = {
  judging: {
    again: 'Judge this article anew',
    againHint:
      'The article is judged by the rules, weights and models of now. Reviews, struck evidence and cases stay; a flag that nobody has reviewed is withdrawn where its evidence no longer holds.',
    considered: {
      title: 'Considered, not enough evidence',
      note: 'No signals, and not counted in the score; kept so that a reader knows what was compared.',
      show: (count: string) => `Show what was considered (${count})`,
      found: 'What the rules found',
      doubt: 'Why it does not count',
    },
    asked: 'The article waits to be judged anew; what is found will stand here.',
    waitsAlready: 'The article was waiting already; nothing more needs asking.',
    ruleSet: 'Rule set',
    ruleSetUnknown: 'Rules from before they had names',
    judgedAnew: 'Judged anew',
    revisions: 'Times judged anew',
    waiting: 'Waits to be judged anew',
    outcomes: {
      first: 'Judged for the first time after a failure',
      unchanged: 'No flag before and after',
      raised: 'A flag was raised',
      kept: 'The flag keeps its evidence',
      withdrawn: 'The flag was withdrawn: its evidence no longer holds',
      restored: 'The flag has its evidence again',
      noted: 'A person had reviewed it: nothing changed, the finding is noted',
    },
    foundRaised: (score: string) => `These rules raise a flag, score ${score}.`,
    foundNothing: 'These rules raise no flag.',
    withdrawnFlag:
      'The flag was withdrawn: judged anew, the article shows no sign with evidence, and nobody had reviewed it. If that seems wrong, have the article judged again on its page.',
    rules: 'Rule set in force',
    older: 'Articles judged by another rule set',
    inQueue: 'Articles waiting to be judged anew',
    failed: 'Articles whose judging failed',
    many: 'Judge anew',
    manyQuestion: 'At most 1,000 articles at a time, the newest first. Decisions of reviewers stay.',
    which: 'Which articles',
    kinds: {
      'older-rules': 'Judged by another rule set',
      'without-models': 'Judged without any model',
      failed: 'Judging failed',
    },
    askedMany: (count: string) => `${count} articles will be judged anew.`,
    orMore: (count: string) => `${count} or more`,
  },
};
