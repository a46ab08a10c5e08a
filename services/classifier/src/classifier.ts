import type { Pool } from '@lamro/database';
import type { Models } from '@lamro/models';
import { type Queues, workClassifier } from '@lamro/queue';
import { type Logger, type Metrics, note, type Shutdown } from '@lamro/runtime';
import { judgeVersion } from './judge-version.ts';
import { createProvinceJudge, type ProvinceJudge } from './judging.ts';
import { createModelReader, type ModelReader } from './models.ts';
import { readAhead } from './read-ahead.ts';
import { openStoryBook, type StoryBook } from './stories.ts';

export interface ClassifierParts {
  readonly pool: Pool;
  readonly queues: Queues;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Provinces whose judges are made ready at the start; others are made when their first article comes. */
  readonly profiles: readonly string[];
  readonly concurrency: number;
  /** Models of this process; everything works without them. */
  readonly models?: Models;
}

export interface ClassifierContext {
  readonly pool: Pool;
  readonly stories: StoryBook;
  readonly models: ModelReader;
  judgeOf(profile: string): ProvinceJudge;
  /** Counts each version's fate once. */
  count(fate: string): void;
}

/** Starts taking versions to judge. They end with the shutdown phase `work`. */
export async function startClassifier(parts: ClassifierParts, shutdown: Shutdown): Promise<void> {
  const judges = new Map<string, ProvinceJudge>();
  const judgeOf = (profile: string): ProvinceJudge => {
    const known = judges.get(profile) ?? createProvinceJudge(parts.pool, profile);
    judges.set(profile, known);
    return known;
  };
  for (const profile of parts.profiles) judgeOf(profile);
  const fates = parts.metrics.counter('judged_total', 'Article versions that the classifier finished, by fate', [
    'fate',
  ]);
  if (parts.models !== undefined) measureModels(parts.models, parts.metrics);
  const context: ClassifierContext = {
    pool: parts.pool,
    stories: await openStoryBook(parts.pool, parts.profiles),
    models: createModelReader(parts.models ?? null, parts.metrics, parts.logger),
    judgeOf,
    count: (fate) => {
      fates.inc({ fate });
      note({ fate });
    },
  };
  workClassifier(
    parts.queues,
    { judgeVersion: ({ versionId }) => judgeVersion(context, versionId) },
    parts.concurrency,
  );
  let stopped = false;
  const reading = readAhead(() => stopped).catch((error: unknown) => {
    parts.logger.error({ err: error }, 'a lexicon could not be read ahead; articles in its language will fail');
  });
  shutdown.on('work', 'classifier', async () => {
    stopped = true;
    await reading;
    await parts.queues.stopWorkers();
  });
}

/** 1 where a task's model is in that state now: absent, loading, ready or failed. */
function measureModels(models: Models, metrics: Metrics): void {
  const gauge = metrics.gauge('model_state', 'State of the model of each task: 1 for the one it is in', [
    'task',
    'state',
  ]);
  metrics.onScrape('models', async () => {
    gauge.reset();
    for (const { task, state } of models.states()) gauge.set({ task, state }, 1);
  });
}
