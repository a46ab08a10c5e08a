import { parseArgs } from 'node:util';
import { emit, writeEmission } from './emission/emission.ts';
import { startNewsroom } from './server/newsroom.ts';

const usage = `Báo mẫu: máy chủ của các tờ báo hư cấu để thử phần mềm (chỉ nghe trên 127.0.0.x)
  node packages/newsroom/src/main.ts [--port 18080] [--seed N] [--now 2026-11-20T08:00:00+07:00]
  node packages/newsroom/src/main.ts --emit THƯ-MỤC [--seed N] [--now ...]   ghi articles, records, truth .ndjson
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '18080' },
      seed: { type: 'string' },
      now: { type: 'string' },
      emit: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (values.help || Number.isNaN(seed) || Number.isNaN(now.getTime())) {
    process.stdout.write(usage);
    return values.help ? 0 : 2;
  }
  if (values.emit !== undefined) {
    await writeEmission(emit(now, seed), values.emit);
    return 0;
  }
  const newsroom = await startNewsroom({ now, port: Number(values.port), ...(seed === undefined ? {} : { seed }) });
  for (const outlet of newsroom.outlets) {
    process.stdout.write(
      `${outlet.origin}\t${outlet.kind}\t${outlet.language}\t${outlet.charset}\t${outlet.name}\t${outlet.sourceUrl}\n`,
    );
  }
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await newsroom.close();
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
