import type { Later, Queues } from './queue.ts';
import type { PayloadOf, QueueName } from './queues.ts';

/** What each stage hands on: ids of rows that it has already written. */
export interface Stages {
  /** A due source -> its new articles. */
  checkSource(job: PayloadOf<'check-source'>): Promise<readonly PayloadOf<'fetch-article'>[] | Later>;
  /** A discovered article -> its new version, if the page changed. */
  fetchArticle(job: PayloadOf<'fetch-article'>): Promise<readonly PayloadOf<'judge-version'>[] | Later>;
  /** A version -> judgement, story, flag; the way of a machine ends here and a person goes on. */
  judgeVersion(job: PayloadOf<'judge-version'>): Promise<void>;
  /** A released case's article, looked at again -> its new version, if the outlet changed it. */
  recheckArticle(job: PayloadOf<'recheck-article'>): Promise<readonly PayloadOf<'judge-version'>[]>;
}

export interface StageConcurrency {
  readonly crawl: number;
  readonly classify: number;
}

/** The crawler's half of the way: from a due source to a stored article version. */
export function workCrawler(queues: Queues, stages: Omit<Stages, 'judgeVersion'>, concurrency: number): void {
  queues.work('check-source', then(queues, stages.checkSource, 'fetch-article'), concurrency);
  queues.work('fetch-article', then(queues, stages.fetchArticle, 'judge-version'), concurrency);
  queues.work('recheck-article', then(queues, stages.recheckArticle, 'judge-version'), Math.max(1, concurrency >> 2));
}

/** The classifier's half: from a stored version to a judgement. */
export function workClassifier(queues: Queues, stages: Pick<Stages, 'judgeVersion'>, concurrency: number): void {
  queues.work('judge-version', stages.judgeVersion, concurrency);
}

function then<Job, Next extends QueueName>(
  queues: Queues,
  stage: (job: Job) => Promise<readonly PayloadOf<Next>[] | Later>,
  next: Next,
): (job: Job) => Promise<void | Later> {
  return async (job) => {
    const result = await stage(job);
    if ('laterMs' in result) return result;
    await queues.addMany(next, result);
    return undefined;
  };
}
