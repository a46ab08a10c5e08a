export * from './ask-judging.ts';
export * from './count-older-judgements.ts';
export * from './finish-revision.ts';
export * from './lock-standing-judgement.ts';
export * from './replace-judgement.ts';
export * from './revise-flag.ts';
export * from './view-revisions.ts';
