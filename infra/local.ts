// The whole system in one process: what `npm start` runs once everything is installed.
import { loadConfig } from '@lamro/runtime';
import { HELP, readOptions } from './local/options.ts';
import { showProgress } from './local/progress.ts';
import { type LocalSystem, startSystem } from './local/system.ts';

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
  // Something half-started may still hold the process; its ordered end has been tried already.
  setTimeout(() => process.exit(1), 1_000).unref();
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  const config = loadConfig({ LAMRO_PROFILE: options.profile, PORT: options.port, LAMRO_HOME: options.data });
  const ended = Promise.withResolvers<void>();
  let stopping = false;
  const stop = () => {
    stopping = true;
    ended.resolve();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // The parent that gave us its terminal is gone, however it went.
  process.on('disconnect', stop);
  const system = await startSystem(config, options.live);
  const progress = stopping ? null : showProgress(system.progress, process.stdout);
  if (!stopping) process.stdout.write(welcome(system, options.live));
  await ended.promise;
  progress?.stop();
  process.stdout.write('Đang dừng…\n');
  const report = await system.shutdown.run();
  for (const task of report.failed) process.stderr.write(`Chưa dừng gọn: ${task.name} (${task.reason})\n`);
  process.stdout.write('Đã dừng. Dữ liệu được giữ lại cho lần chạy sau.\n');
  process.exit(report.failed.length === 0 ? 0 : 1);
}

function welcome(system: LocalSystem, live: boolean): string {
  const lines = [
    '',
    `Làm Rõ đang chạy: ${system.address}`,
    `Hồ sơ: ${system.profile.name}${live ? '' : ' · tòa soạn mẫu, mọi tin bài đều hư cấu'}`,
  ];
  if (system.accountsFile !== null) lines.push(`Tài khoản mẫu: ${system.accountsFile}`);
  if (system.invitation !== null)
    lines.push(`Liên kết mời quản trị viên đầu tiên (dùng một lần): ${system.invitation}`);
  lines.push(`Nhật ký: ${system.logFile}`, 'Nhấn Ctrl-C để dừng.', '');
  return lines.join('\n');
}
