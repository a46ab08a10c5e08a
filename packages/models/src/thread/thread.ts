import { SHARE_ENV, Worker } from 'node:worker_threads';
import { ModelError } from '../failure.ts';
import type { Answer, Answered, Asked, Question, ThreadLimits } from './message.ts';

/** A thread of this process in which models live. It starts with the first question and again after it was ended. */
export interface ModelThread {
  /**
   * @param withinMs how long its answer may take, counted from when the thread is free for it
   * @throws ModelError when the thread died or took too long; it is then ended, so that nothing runs on unseen
   */
  ask(question: Question, withinMs: number): Promise<Answer>;
  close(): Promise<void>;
}

export interface ThreadOptions extends ThreadLimits {
  /** Megabytes of JavaScript heap; weights and tensors lie outside of it. */
  readonly heapMegabytes: number;
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: ModelError): void;
}

export function createThread(options: ThreadOptions): ModelThread {
  let running: Running | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let ending: Promise<void> = Promise.resolve();
  let closed = false;
  const start = (): Running => {
    if (running !== undefined && !running.gone) return running;
    running = startWorker(options);
    return running;
  };
  const askNow = async (question: Question, withinMs: number): Promise<Answer> => {
    if (closed) throw new ModelError('Phần mô hình đã dừng.');
    const thread = start();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const error = new ModelError(`Mô hình không trả lời trong ${withinMs / 1000} giây; đã dừng lượt này.`);
        reject(error);
        ending = thread.end(error);
      }, withinMs);
    });
    try {
      return await Promise.race([thread.ask(question), late]);
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    ask: (question, withinMs) => {
      const answer = turn.then(() => askNow(question, withinMs));
      turn = answer.then(
        () => undefined,
        () => undefined,
      );
      return answer;
    },
    close: async () => {
      closed = true;
      await running?.end(new ModelError('Phần mô hình đã dừng.'));
      await ending;
    },
  };
}

interface Running {
  readonly gone: boolean;
  ask(question: Question): Promise<Answer>;
  end(why: ModelError): Promise<void>;
}

function startWorker({ heapMegabytes, ...limits }: ThreadOptions): Running {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let isGone = false;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    name: 'models',
    // The library switches off the runtime's telemetry by a variable, which native code only sees in the process's own environment.
    env: SHARE_ENV,
    workerData: limits,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  const gone = (why: ModelError) => {
    isGone = true;
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  };
  worker.on('message', ({ number, answer }: Answered) => {
    waiting.get(number)?.resolve(answer);
    waiting.delete(number);
  });
  worker.on('error', (cause) => gone(new ModelError(`Luồng mô hình dừng vì lỗi: ${cause.message}`, { cause })));
  worker.on('exit', (code) => gone(new ModelError(`Luồng mô hình đã dừng (mã ${code}).`)));
  return {
    get gone() {
      return isGone;
    },
    ask: (question) => {
      last += 1;
      const asked: Asked = { number: last, question };
      const answer = new Promise<Answer>((resolve, reject) => waiting.set(asked.number, { resolve, reject }));
      worker.postMessage(asked);
      return answer;
    },
    end: async (why) => {
      gone(why);
      await worker.terminate();
    },
  };
}
