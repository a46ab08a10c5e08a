import type { Progress } from '@lamro/database';

const TERMINAL_EVERY_MS = 1_000;
const LOG_EVERY_MS = 5_000;

/** Writes a line about the state of work: in place on a terminal, otherwise a new line whenever something changed. */
export function showProgress(read: () => Promise<Progress>, out: NodeJS.WriteStream): { stop(): void } {
  let last = '';
  let reading = false;
  const show = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    try {
      const line = describe(await read());
      if (out.isTTY) out.write(`\r\u001b[2K${line}`);
      else if (line !== last) out.write(`${line}\n`);
      last = line;
    } catch {
      // The database is away for a moment; the health page says so, and this line comes back with it.
    } finally {
      reading = false;
    }
  };
  const timer = setInterval(show, out.isTTY ? TERMINAL_EVERY_MS : LOG_EVERY_MS);
  void show();
  return {
    stop: () => {
      clearInterval(timer);
      if (out.isTTY) out.write('\n');
    },
  };
}

export function describe(progress: Progress): string {
  const number = new Intl.NumberFormat('vi-VN');
  return (
    `Nguồn tin ${number.format(progress.checked)}/${number.format(progress.sources)} · ` +
    `bài ${number.format(progress.fetched)}/${number.format(progress.articles)} · ` +
    `đã xét ${number.format(progress.judged)} · về tỉnh ${number.format(progress.relevant)} · cờ ${number.format(progress.flags)}`
  );
}
